// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>The turn as the adapter makes it: addresses what is sent, runs the send, update and delete handlers, remembers whether anything went out.</summary>
public class TurnContext : ITurnContext, IDisposable
{
    private const string LocaleKey = "turn.locale";
    private readonly List<SendActivitiesHandler> onSend = [];
    private readonly List<UpdateActivityHandler> onUpdate = [];
    private readonly List<DeleteActivityHandler> onDelete = [];
    private bool disposed;

    public TurnContext(BotAdapter adapter, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(activity);
        Adapter = adapter;
        Activity = activity;
    }

    /// <summary>A copy of a turn with another activity: same adapter, state and handlers.</summary>
    public TurnContext(ITurnContext turnContext, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activity);
        Adapter = turnContext.Adapter;
        Activity = activity;
        TurnState = turnContext.TurnState;
        Responded = turnContext.Responded;
        if (turnContext is not TurnContext other) return;
        onSend = other.onSend;
        onUpdate = other.onUpdate;
        onDelete = other.onDelete;
        BufferedReplyActivities = other.BufferedReplyActivities;
    }

    public BotAdapter Adapter { get; }

    public TurnContextStateCollection TurnState { get; } = [];

    public Activity Activity { get; }

    public bool Responded { get; private set; }

    /// <summary>Replies held back for an activity delivered with <c>expectReplies</c>; they are the body of the HTTP answer.</summary>
    public List<Activity> BufferedReplyActivities { get; } = [];

    /// <summary>The locale of the activity, unless something in the turn chose another.</summary>
    public string Locale
    {
        get => TurnState.Get<string>(LocaleKey);
        set => TurnState.Set(LocaleKey, value);
    }

    public ITurnContext OnSendActivities(SendActivitiesHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        onSend.Add(handler);
        return this;
    }

    public ITurnContext OnUpdateActivity(UpdateActivityHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        onUpdate.Add(handler);
        return this;
    }

    public ITurnContext OnDeleteActivity(DeleteActivityHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        onDelete.Add(handler);
        return this;
    }

    public Task<ResourceResponse> SendActivityAsync(string textReplyToSend, string speak = null, string inputHint = null, CancellationToken cancellationToken = default)
    {
        Argument.MustSay(textReplyToSend);
        var message = new Activity(ActivityTypes.Message) { Text = textReplyToSend, Speak = string.IsNullOrEmpty(speak) ? null : speak, InputHint = string.IsNullOrEmpty(inputHint) ? null : inputHint };
        return SendActivityAsync(message, cancellationToken);
    }

    public async Task<ResourceResponse> SendActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var responses = await SendActivitiesAsync([activity], cancellationToken).ConfigureAwait(false);
        return responses is { Length: > 0 } ? responses[0] : null;
    }

    public async Task<ResourceResponse[]> SendActivitiesAsync(IActivity[] activities, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0) throw new ArgumentException("Expecting one or more activities, but the array was empty.", nameof(activities));

        var reference = Activity.GetConversationReference();
        var outgoing = new List<Activity>(activities.Length);
        foreach (var activity in activities)
        {
            var copy = (Activity)activity;
            copy.ApplyConversationReference(reference);
            copy.InputHint = string.IsNullOrEmpty(copy.InputHint) && copy.Type == ActivityTypes.Message ? InputHints.AcceptingInput : copy.InputHint;
            outgoing.Add(copy);
        }

        return onSend.Count == 0
            ? await SendThroughAdapterAsync(outgoing, cancellationToken).ConfigureAwait(false)
            : await SendThroughHandlersAsync(outgoing, 0, cancellationToken).ConfigureAwait(false);
    }

    public Task<ResourceResponse> UpdateActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        ArgumentNullException.ThrowIfNull(activity);
        var outgoing = (Activity)activity;
        outgoing.ApplyConversationReference(Activity.GetConversationReference());
        return UpdateThroughHandlersAsync(outgoing, 0, cancellationToken);
    }

    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default)
    {
        Argument.MustSay(activityId);
        var reference = Activity.GetConversationReference();
        reference.ActivityId = activityId;
        return DeleteActivityAsync(reference, cancellationToken);
    }

    public Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        ArgumentNullException.ThrowIfNull(conversationReference);
        return DeleteThroughHandlersAsync(conversationReference, 0, cancellationToken);
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposed) return;
        disposed = true;
        if (disposing) TurnState.Dispose();
    }

    private Task<ResourceResponse[]> SendThroughHandlersAsync(List<Activity> activities, int index, CancellationToken cancellationToken) =>
        index == onSend.Count
            ? SendThroughAdapterAsync(activities, cancellationToken)
            : onSend[index](this, activities, () => SendThroughHandlersAsync(activities, index + 1, cancellationToken));

    private async Task<ResourceResponse[]> SendThroughAdapterAsync(List<Activity> activities, CancellationToken cancellationToken)
    {
        var responses = Activity.DeliveryMode == DeliveryModes.ExpectReplies
            ? Buffer(activities)
            : await Adapter.SendActivitiesAsync(this, [.. activities], cancellationToken).ConfigureAwait(false);
        var responded = false;
        for (var i = 0; i < activities.Count; i++)
        {
            if (i < responses?.Length && responses[i] is { } response) activities[i].Id = response.Id;
            responded |= activities[i].Type != ActivityTypes.Trace;
        }

        Responded |= responded;
        return responses;
    }

    private ResourceResponse[] Buffer(List<Activity> activities)
    {
        foreach (var activity in activities)
        {
            // The answer to an invoke is not a reply; the adapter makes the HTTP answer of it.
            if (activity.Type == ActivityTypesEx.InvokeResponse)
                TurnState[BotAdapter.InvokeResponseKey] = activity;
            else
                BufferedReplyActivities.Add(activity);
        }

        return [.. activities.Select(_ => new ResourceResponse())];
    }

    private async Task<ResourceResponse> UpdateThroughHandlersAsync(Activity activity, int index, CancellationToken cancellationToken) =>
        index == onUpdate.Count
            ? await Adapter.UpdateActivityAsync(this, activity, cancellationToken).ConfigureAwait(false)
            : await onUpdate[index](this, activity, () => UpdateThroughHandlersAsync(activity, index + 1, cancellationToken)).ConfigureAwait(false);

    private async Task DeleteThroughHandlersAsync(ConversationReference reference, int index, CancellationToken cancellationToken)
    {
        if (index == onDelete.Count)
            await Adapter.DeleteActivityAsync(this, reference, cancellationToken).ConfigureAwait(false);
        else
            await onDelete[index](this, reference, () => DeleteThroughHandlersAsync(reference, index + 1, cancellationToken)).ConfigureAwait(false);
    }
}
