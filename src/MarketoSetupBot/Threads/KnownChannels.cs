using System.Data.Common;
using MarketoSetupBot.Acts;
using MarketoSetupBot.Cards;
using MarketoSetupBot.State;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace MarketoSetupBot.Threads;

/// <param name="Id">Without <c>;messageid=</c>.</param>
/// <param name="Reference">JSON of the conversation reference.</param>
internal sealed record KnownChannel(string Id, string Team, string TeamName, string Name, string Reference);

/// <summary>Channels of the teams that have the bot: learned from installations, updates and mentions, completed by asking Teams.</summary>
internal sealed partial class KnownChannels(BotDatabase database, ILogger<KnownChannels> log)
{
    private const string Columns = "id, team, team_name, name, reference";

    /// <summary>The channels of those teams in which the person is a member.</summary>
    public async Task<IReadOnlyList<ChannelChoice>> ChoicesForAsync(Click click, CancellationToken cancellationToken)
    {
        var known = await ListAsync(cancellationToken);
        var memberships = known.Select(c => c.Team).Distinct()
            .Select(async team => (Team: team, Member: await Rosters.IsInTeamAsync(click, team, cancellationToken)));
        var teams = (await Task.WhenAll(memberships)).Where(m => m.Member).Select(m => m.Team).ToHashSet(StringComparer.Ordinal);
        return [.. known.Where(c => teams.Contains(c.Team)).Select(c => new ChannelChoice(c.Id, c.TeamName, c.Name))];
    }

    /// <summary>That channel, if it is known and the person belongs to its team. What a card says is not enough.</summary>
    public async Task<KnownChannel?> FindForAsync(Click click, string channel, CancellationToken cancellationToken) =>
        (await ListAsync(cancellationToken)).FirstOrDefault(c => c.Id == channel) is { } found
        && await Rosters.IsInTeamAsync(click, found.Team, cancellationToken)
            ? found
            : null;

    /// <summary>Learns the channels of the team that this activity comes from. Nothing to learn in a chat.</summary>
    public async Task LearnAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.Activity.TeamsGetTeamInfo() is not { Id: { Length: > 0 } team }) return;
        try
        {
            var name = (await TeamsInfo.GetTeamDetailsAsync(turn, team, cancellationToken)).Name ?? "";
            foreach (var channel in await TeamsInfo.GetTeamChannelsAsync(turn, team, cancellationToken))
                await RecordAsync(turn.Activity, team, name, channel, cancellationToken);
        }
        catch (Exception e) when (TeamsRefusals.Knows(e))
        {
            LogNotLearned(log, e.GetType().Name);
        }
    }

    public Task ForgetTeamAsync(string team, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async c => await c.ExecuteAsync("DELETE FROM channels WHERE team = @team", cancellationToken, ("team", team)) >= 0,
            cancellationToken);

    private Task<List<KnownChannel>> ListAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(c => c.QueryAsync($"SELECT {Columns} FROM channels ORDER BY team_name, name LIMIT 50", Row, cancellationToken), cancellationToken);

    /// <summary>Teams gives the General channel no name; it is called that in every language but its id is the team's.</summary>
    private async Task RecordAsync(Activity from, string team, string teamName, ChannelInfo channel, CancellationToken cancellationToken)
    {
        var reference = Conversations.Write(from.GetConversationReference(), channel.Id);
        await database.WriteAsync(
            async c => await c.ExecuteAsync(
                $"""
                INSERT INTO channels ({Columns}) VALUES (@id, @team, @teamName, @name, @reference)
                ON CONFLICT (id) DO UPDATE SET team_name = excluded.team_name, name = excluded.name, reference = excluded.reference
                """,
                cancellationToken, ("id", channel.Id), ("team", team), ("teamName", teamName), ("name", channel.Name ?? "General"), ("reference", reference)) > 0,
            cancellationToken);
    }

    private static KnownChannel Row(DbDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4));

    [LoggerMessage(LogLevel.Warning, "Teams did not tell the channels of a team ({Reason}).")]
    private static partial void LogNotLearned(ILogger log, string reason);
}
