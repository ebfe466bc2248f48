// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Connector.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>Questions to Teams about the team and the people of the turn's conversation.</summary>
public static class TeamsInfo
{
    /// <param name="teamId">Null for the team of the turn.</param>
    public static Task<TeamDetails> GetTeamDetailsAsync(ITurnContext turnContext, string teamId = null, CancellationToken cancellationToken = default) =>
        Teams(turnContext).FetchTeamDetailsAsync(TeamId(turnContext, teamId), cancellationToken);

    public static async Task<IList<ChannelInfo>> GetTeamChannelsAsync(ITurnContext turnContext, string teamId = null, CancellationToken cancellationToken = default)
    {
        var channels = await Teams(turnContext).FetchChannelListAsync(TeamId(turnContext, teamId), cancellationToken).ConfigureAwait(false);
        return channels.Conversations;
    }

    /// <summary>One member of the team of the turn, or, outside a team, of the conversation.</summary>
    /// <param name="userId">The Teams id; Teams itself also takes an Entra object id or a user principal name.</param>
    public static Task<TeamsChannelAccount> GetMemberAsync(ITurnContext turnContext, string userId, CancellationToken cancellationToken = default) =>
        MemberAsync(turnContext, userId, Roster(turnContext), cancellationToken);

    public static Task<TeamsChannelAccount> GetTeamMemberAsync(ITurnContext turnContext, string userId, string teamId = null, CancellationToken cancellationToken = default) =>
        MemberAsync(turnContext, userId, TeamId(turnContext, teamId), cancellationToken);

    /// <summary>All members of the team of the turn, or, outside a team, of the conversation, in one answer.</summary>
    [Obsolete("Teams gives large rosters in pages only: use GetPagedMembersAsync.")]
    public static Task<IEnumerable<TeamsChannelAccount>> GetMembersAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) =>
        AllAsync(turnContext, Roster(turnContext), cancellationToken);

    [Obsolete("Teams gives large rosters in pages only: use GetPagedTeamMembersAsync.")]
    public static Task<IEnumerable<TeamsChannelAccount>> GetTeamMembersAsync(ITurnContext turnContext, string teamId = null, CancellationToken cancellationToken = default) =>
        AllAsync(turnContext, TeamId(turnContext, teamId), cancellationToken);

    /// <param name="pageSize">50 to 500.</param>
    /// <param name="continuationToken">From the page before.</param>
    public static Task<TeamsPagedMembersResult> GetPagedMembersAsync(ITurnContext turnContext, int? pageSize = default, string continuationToken = default, CancellationToken cancellationToken = default) =>
        PageAsync(turnContext, Roster(turnContext), pageSize, continuationToken, cancellationToken);

    public static Task<TeamsPagedMembersResult> GetPagedTeamMembersAsync(ITurnContext turnContext, string teamId = null, string continuationToken = default, int? pageSize = default, CancellationToken cancellationToken = default) =>
        PageAsync(turnContext, TeamId(turnContext, teamId), pageSize, continuationToken, cancellationToken);

    /// <summary>Posts to a channel as a new thread.</summary>
    /// <returns>The thread, to continue it, and the id of the post.</returns>
    public static Task<Tuple<ConversationReference, string>> SendMessageToTeamsChannelAsync(ITurnContext turnContext, IActivity activity, string teamsChannelId, string botAppId, CancellationToken cancellationToken = default) =>
        PostAsync(turnContext, activity, teamsChannelId, (parameters, created) =>
            turnContext.Adapter.CreateConversationAsync(botAppId, Channels.Msteams, turnContext.Activity.ServiceUrl, null, parameters, created, cancellationToken));

    /// <summary>The same through a <see cref="BotFrameworkAdapter"/>, as the app of <paramref name="credentials"/>.</summary>
    public static Task<Tuple<ConversationReference, string>> SendMessageToTeamsChannelAsync(ITurnContext turnContext, IActivity activity, string teamsChannelId, MicrosoftAppCredentials credentials, CancellationToken cancellationToken = default) =>
        PostAsync(turnContext, activity, teamsChannelId, (parameters, created) =>
            ((BotFrameworkAdapter)turnContext.Adapter).CreateConversationAsync(teamsChannelId, turnContext.Activity.ServiceUrl, credentials, parameters, created, cancellationToken));

    private static async Task<Tuple<ConversationReference, string>> PostAsync(ITurnContext turnContext, IActivity activity, string teamsChannelId, Func<ConversationParameters, BotCallbackHandler, Task> open)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activity);
        Argument.MustSay(teamsChannelId);
        ConversationReference thread = null;
        string activityId = null;
        var parameters = new ConversationParameters
        {
            IsGroup = true,
            ChannelData = new TeamsChannelData { Channel = new ChannelInfo { Id = teamsChannelId } },
            Activity = (Activity)activity,
        };
        await open(parameters, (created, _) =>
        {
            thread = created.Activity.GetConversationReference();
            activityId = created.Activity.Id;
            return Task.CompletedTask;
        }).ConfigureAwait(false);
        return Tuple.Create(thread, activityId);
    }

    private static async Task<TeamsChannelAccount> MemberAsync(ITurnContext turnContext, string userId, string conversation, CancellationToken cancellationToken)
    {
        Argument.MustSay(userId);
        var member = await Members(turnContext).GetConversationMemberAsync(userId, conversation, cancellationToken).ConfigureAwait(false);
        return TeamsChannelAccount.Of(member);
    }

    private static async Task<TeamsPagedMembersResult> PageAsync(ITurnContext turnContext, string conversation, int? pageSize, string continuationToken, CancellationToken cancellationToken)
    {
        var page = await Connector(turnContext).Conversations
            .GetConversationPagedMembersAsync(conversation, pageSize, continuationToken, cancellationToken).ConfigureAwait(false);
        return new TeamsPagedMembersResult(page.ContinuationToken, page.Members);
    }

    private static async Task<IEnumerable<TeamsChannelAccount>> AllAsync(ITurnContext turnContext, string conversation, CancellationToken cancellationToken)
    {
        var members = await Connector(turnContext).Conversations.GetConversationMembersAsync(conversation, cancellationToken).ConfigureAwait(false);
        return [.. members.Select(TeamsChannelAccount.Of)];
    }

    /// <summary>The official interface never got the call for one member, only the official class did.</summary>
    private static Conversations Members(ITurnContext turnContext) =>
        Connector(turnContext).Conversations as Conversations ?? throw new NotImplementedException();

    private static ITeamsOperations Teams(ITurnContext turnContext) => Connector(turnContext) switch
    {
        ITeamsConnectorClient teams => teams.Teams,
        ConnectorClient connector => new TeamsConnectorClient(connector).Teams,
        _ => throw new InvalidOperationException("This connector does not speak to Teams."),
    };

    private static IConnectorClient Connector(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.TurnState.Get<IConnectorClient>() ?? throw new InvalidOperationException("This method requires a connector client.");
    }

    private static string Roster(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.Activity.TeamsGetTeamInfo()?.Id
            ?? turnContext.Activity.Conversation?.Id
            ?? throw new InvalidOperationException("The activity names neither a team nor a conversation.");
    }

    private static string TeamId(ITurnContext turnContext, string teamId)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return teamId
            ?? turnContext.Activity.TeamsGetTeamInfo()?.Id
            ?? throw new InvalidOperationException("This method is only valid within the scope of MS Teams Team.");
    }
}
