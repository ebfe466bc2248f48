using MarketoSetupBot.Acts;
using MarketoSetupBot.Commands;
using MarketoSetupBot.Threads;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace MarketoSetupBot;

/// <summary>Hands every activity to whoever knows what to do with it. Text only shows; every act is a button.</summary>
internal sealed class SetupBot(Clicks clicks, TypedWords words, Arrivals arrivals, KnownChannels channels) : TeamsActivityHandler
{
    /// <summary>The HTTP answer to the turn is out.</summary>
    public Task AnsweredAsync() => clicks.ReleaseAsync();

    protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
        clicks.ExecuteAsync(turnContext, invokeValue, cancellationToken);

    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
        turnContext.Activity.Value is JObject submitted && submitted.Value<string>("verb") is { Length: > 0 } verb
            ? clicks.SubmitAsync(turnContext, verb, submitted, cancellationToken)
            : words.AnswerAsync(turnContext, cancellationToken);

    protected override Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        arrivals.WelcomeAsync(turnContext, cancellationToken);

    protected override Task OnInstallationUpdateRemoveAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        arrivals.LeaveAsync(turnContext, cancellationToken);

    /// <summary>The framework would look up every new member; only our own arrival is of interest.</summary>
    protected override Task OnTeamsMembersAddedDispatchAsync(IList<ChannelAccount> membersAdded, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        membersAdded.Any(m => m.Id == turnContext.Activity.Recipient.Id) ? arrivals.WelcomeAsync(turnContext, cancellationToken) : Task.CompletedTask;

    protected override Task OnTeamsChannelCreatedAsync(ChannelInfo channelInfo, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        channels.LearnAsync(turnContext, cancellationToken);

    protected override Task OnTeamsChannelRenamedAsync(ChannelInfo channelInfo, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        channels.LearnAsync(turnContext, cancellationToken);

    protected override Task OnTeamsTeamRenamedAsync(TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        channels.LearnAsync(turnContext, cancellationToken);
}
