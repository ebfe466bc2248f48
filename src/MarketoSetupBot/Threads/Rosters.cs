using MarketoSetupBot.Acts;
using MarketoSetupBot.Contracts;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace MarketoSetupBot.Threads;

/// <summary>Who is in a conversation, as Teams tells it.</summary>
internal sealed partial class Rosters(ILogger<Rosters> log)
{
    /// <summary>A choice list longer than this helps nobody; the person who asks is always in it.</summary>
    private const int Most = 100;

    /// <summary>A larger team is not read to its end for one message.</summary>
    private const int MostMentionable = 1000;

    /// <summary>People who could receive the secret, the one who asks first. Just that one, if Teams does not tell.</summary>
    public async Task<IReadOnlyList<PersonView>> PeopleAsync(Click click, CancellationToken cancellationToken)
    {
        if (click.Place.IsPersonal) return [click.Person.View];
        try
        {
            var page = await TeamsInfo.GetPagedMembersAsync(click.Turn, Most, null, cancellationToken);
            var others = page.Members
                .Where(m => m.Id != click.Turn.Activity.Recipient?.Id && ObjectIdOf(m) is { } id && id != click.Person.ObjectId)
                .Select(m => new PersonView(ObjectIdOf(m)!, m.Name ?? m.UserPrincipalName ?? m.Id))
                .OrderBy(p => p.Name, StringComparer.Ordinal);
            return [click.Person.View, .. others];
        }
        catch (Exception e) when (TeamsRefusals.Knows(e))
        {
            LogNoRoster(log, e.GetType().Name);
            return [click.Person.View];
        }
    }

    /// <summary>The people of a conversation by Entra object id. Empty, if Teams does not tell: then they are named without being mentioned.</summary>
    public async Task<IReadOnlyDictionary<string, ChannelAccount>> ByObjectIdAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var people = new Dictionary<string, ChannelAccount>(StringComparer.OrdinalIgnoreCase);
        try
        {
            string? more = null;
            do
            {
                var page = await PageAsync(turn, more, cancellationToken);
                foreach (var member in page.Members.Where(m => m.Id != turn.Activity.Recipient?.Id))
                {
                    if (ObjectIdOf(member) is { } id) people[id] = new ChannelAccount(member.Id, member.Name ?? member.UserPrincipalName);
                }
                more = page.ContinuationToken;
            }
            while (!string.IsNullOrEmpty(more) && people.Count < MostMentionable);
        }
        catch (Exception e) when (TeamsRefusals.Knows(e))
        {
            LogNoRoster(log, e.GetType().Name);
        }
        return people;
    }

    /// <summary>An event, unlike a click, does not say which team its thread belongs to; the thread's channel has the same people.</summary>
    private static Task<TeamsPagedMembersResult> PageAsync(ITurnContext turn, string? more, CancellationToken cancellationToken) =>
        turn.Activity.Conversation?.Id.Split(Posts.ThreadOf) is [var channel, _]
            ? TeamsInfo.GetPagedTeamMembersAsync(turn, channel, more, Most, cancellationToken)
            : TeamsInfo.GetPagedMembersAsync(turn, Most, more, cancellationToken);

    public static async Task<bool> IsInTeamAsync(Click click, string team, CancellationToken cancellationToken)
    {
        try
        {
            return await TeamsInfo.GetTeamMemberAsync(click.Turn, click.Person.TeamsId, team, cancellationToken) is not null;
        }
        catch (Exception e) when (TeamsRefusals.Knows(e))
        {
            return false;
        }
    }

    /// <summary>Rosters name the Entra id <c>objectId</c> or <c>aadObjectId</c>, depending on which was asked.</summary>
    private static string? ObjectIdOf(TeamsChannelAccount member) =>
        member.AadObjectId ?? (member.Properties?.TryGetValue("objectId", StringComparison.Ordinal, out var id) == true ? (string?)id : null);

    [LoggerMessage(LogLevel.Warning, "Teams did not tell who is in the conversation ({Reason}).")]
    private static partial void LogNoRoster(ILogger log, string reason);
}
