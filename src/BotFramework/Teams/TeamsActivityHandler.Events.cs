// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>What Teams tells of a chat or a meeting.</summary>
public partial class TeamsActivityHandler
{
    protected override Task OnEventActivityAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        return (activity.ChannelId == Channels.Msteams ? activity.Name : null) switch
        {
            "application/vnd.microsoft.readReceipt" => OnTeamsReadReceiptAsync(StateJson.As<ReadReceiptInfo>(activity.Value), turnContext, cancellationToken),
            "application/vnd.microsoft.meetingStart" => OnTeamsMeetingStartAsync(StateJson.As<MeetingStartEventDetails>(activity.Value), turnContext, cancellationToken),
            "application/vnd.microsoft.meetingEnd" => OnTeamsMeetingEndAsync(StateJson.As<MeetingEndEventDetails>(activity.Value), turnContext, cancellationToken),
            "application/vnd.microsoft.meetingParticipantJoin" => OnTeamsMeetingParticipantsJoinAsync(StateJson.As<MeetingParticipantsEventDetails>(activity.Value), turnContext, cancellationToken),
            "application/vnd.microsoft.meetingParticipantLeave" => OnTeamsMeetingParticipantsLeaveAsync(StateJson.As<MeetingParticipantsEventDetails>(activity.Value), turnContext, cancellationToken),
            _ => base.OnEventActivityAsync(turnContext, cancellationToken),
        };
    }

    protected virtual Task OnTeamsReadReceiptAsync(ReadReceiptInfo readReceiptInfo, ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTeamsMeetingStartAsync(MeetingStartEventDetails meeting, ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTeamsMeetingEndAsync(MeetingEndEventDetails meeting, ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTeamsMeetingParticipantsJoinAsync(MeetingParticipantsEventDetails meeting, ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTeamsMeetingParticipantsLeaveAsync(MeetingParticipantsEventDetails meeting, ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;
}
