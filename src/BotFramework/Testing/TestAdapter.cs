// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using BotChannels = Microsoft.Bot.Connector.Channels;

namespace Microsoft.Bot.Builder.Adapters;

/// <summary>A channel in memory: takes what a test says and keeps what the bot answers.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The token service of a test holds nothing to dispose.")]
public partial class TestAdapter : BotAdapter
{
    private readonly Channel<Activity> replies = Channel.CreateUnbounded<Activity>();
    private readonly TestUserTokens tokens = new();
    private int nextId = -1;

    public TestAdapter(ConversationReference conversation = null, bool sendTraceActivity = false)
        : this(conversation ?? AnyConversation(), sendTraceActivity, BotChannels.Test)
    {
    }

    public TestAdapter(string channelId, bool sendTraceActivity = false)
        : this(AnyConversation(), sendTraceActivity, channelId)
    {
        Conversation.ChannelId = channelId;
    }

    private TestAdapter(ConversationReference conversation, bool sendTraceActivity, string channelId)
    {
        EnableTrace = sendTraceActivity;
        Conversation = conversation;
        Conversation.ChannelId ??= channelId;
    }

    /// <summary>Where the test speaks, who it is and to whom.</summary>
    public ConversationReference Conversation { get; set; }

    /// <summary>Whether traces are among the replies.</summary>
    public bool EnableTrace { get; set; }

    public string Locale { get; set; } = "en-us";

    /// <summary>What the bot sent and nobody has taken yet.</summary>
    public Queue<Activity> ActiveQueue { get; } = new();

    public static ConversationReference CreateConversation(string name, string user = "User1", string bot = "Bot") => new()
    {
        ChannelId = BotChannels.Test,
        ServiceUrl = "https://test.com",
        Conversation = new ConversationAccount(isGroup: false, conversationType: name, id: name),
        User = new ChannelAccount(user.ToLowerInvariant(), user),
        Bot = new ChannelAccount(bot.ToLowerInvariant(), bot),
        Locale = "en-us",
    };

    public new TestAdapter Use(IMiddleware middleware)
    {
        base.Use(middleware);
        return this;
    }

    /// <summary>Runs a turn; what the activity does not say of the conversation is filled in.</summary>
    public async Task ProcessActivityAsync(Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        Address(activity);
        using var turn = NewTurn(activity);
        await RunPipelineAsync(turn, callback, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs a turn as a caller.</summary>
    public override async Task<InvokeResponse> ProcessActivityAsync(System.Security.Claims.ClaimsIdentity claimsIdentity, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        await ProcessActivityAsync(activity, callback, cancellationToken).ConfigureAwait(false);
        return null;
    }

    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0) throw new ArgumentException("Expecting one or more activities, but the array was empty.", nameof(activities));
        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
        {
            var activity = activities[i];
            if (string.IsNullOrEmpty(activity.Id)) activity.Id = Guid.NewGuid().ToString("n");
            activity.Timestamp ??= DateTimeOffset.UtcNow;
            responses[i] = new ResourceResponse(activity.Id);
            if (activity.Type == ActivityTypesEx.Delay) continue;
            if (activity.Type == ActivityTypes.Trace && !EnableTrace) continue;
            if (activity.Type == ActivityTypesEx.InvokeResponse) turnContext.TurnState[InvokeResponseKey] = activity;
            Keep(activity);
        }

        return Task.FromResult(responses);
    }

    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return Task.FromResult(Replace(activity.Id, activity) ? new ResourceResponse(activity.Id) : new ResourceResponse());
    }

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        Replace(reference.ActivityId, null);
        return Task.CompletedTask;
    }

    /// <summary>Opens an empty conversation and runs a turn in it.</summary>
    public Task CreateConversationAsync(string channelId, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ActiveQueue.Clear();
        var update = (Activity)Activity.CreateConversationUpdateActivity();
        update.ChannelId = channelId;
        update.Conversation = new ConversationAccount(id: Guid.NewGuid().ToString("n"));
        return RunAsync(update, callback, cancellationToken);
    }

    /// <returns>The next reply, taken out of the queue; null if there is none.</returns>
    public IActivity GetNextReply()
    {
        lock (ActiveQueue)
            return ActiveQueue.TryDequeue(out var reply) ? reply : null;
    }

    /// <summary>Waits for the next reply.</summary>
    public async Task<IActivity> GetNextReplyAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            if (GetNextReply() is { } reply) return reply;
            await replies.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A message of the test's person. The channel and the time are filled in when it is processed.</summary>
    public Activity MakeActivity(string text = null)
    {
        return new Activity
        {
            Type = ActivityTypes.Message,
            Id = NextId(),
            From = Conversation.User,
            Recipient = Conversation.Bot,
            Conversation = Conversation.Conversation,
            ServiceUrl = Conversation.ServiceUrl,
            Locale = Locale,
            Text = text,
        };
    }

    public virtual Task SendTextToBotAsync(string userSays, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        ProcessActivityAsync(MakeActivity(userSays), callback, cancellationToken);

    /// <summary>Gives a person a token, at once or for a code that they must type.</summary>
    public void AddUserToken(string connectionName, string channelId, string userId, string token, string magicCode = null) =>
        tokens.Add(connectionName, channelId, userId, token, magicCode);

    /// <summary>Makes a token or resource exchangeable for a token.</summary>
    public void AddExchangeableToken(string connectionName, string channelId, string userId, string exchangableItem, string token) =>
        tokens.AddExchange(connectionName, channelId, userId, exchangableItem, token);

    /// <summary>Makes the exchange of a token fail with an exception.</summary>
    public void ThrowOnExchangeRequest(string connectionName, string channelId, string userId, string exchangableItem) =>
        tokens.AddExchange(connectionName, channelId, userId, exchangableItem, null);

    private void Address(Activity activity)
    {
        activity.Type ??= ActivityTypes.Message;
        activity.ChannelId ??= Conversation.ChannelId;
        if (activity.From is null || activity.From.Id is null or "unknown" || activity.From.Role == RoleTypes.Bot) activity.From = Conversation.User;
        activity.Recipient = Conversation.Bot;
        activity.Conversation = Conversation.Conversation;
        activity.ServiceUrl ??= Conversation.ServiceUrl;
        activity.Id = NextId();
        activity.Timestamp ??= DateTimeOffset.UtcNow;
        activity.LocalTimestamp ??= DateTimeOffset.Now;
    }

    private string NextId() => Interlocked.Increment(ref nextId).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static ConversationReference AnyConversation()
    {
        var reference = CreateConversation("Conversation1");
        reference.Conversation.ConversationType = "convo1";
        return reference;
    }

    private async Task RunAsync(Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        using var turn = NewTurn(activity);
        await RunPipelineAsync(turn, callback, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The turn of an activity, for derived adapters that make another kind.</summary>
    protected virtual TurnContext CreateTurnContext(Activity activity) => new(this, activity);

    private TurnContext NewTurn(Activity activity)
    {
        var turn = CreateTurnContext(activity);
        turn.TurnState.Add<UserTokenClient>(tokens);
        return turn;
    }

    private void Keep(Activity activity)
    {
        lock (ActiveQueue)
            ActiveQueue.Enqueue(activity);
        replies.Writer.TryWrite(activity);
    }

    private bool Replace(string id, Activity replacement)
    {
        lock (ActiveQueue)
        {
            var kept = ActiveQueue.ToArray();
            var found = Array.FindIndex(kept, activity => activity.Id == id);
            if (found < 0) return false;
            ActiveQueue.Clear();
            for (var i = 0; i < kept.Length; i++)
                if ((i == found ? replacement : kept[i]) is { } stays)
                    ActiveQueue.Enqueue(stays);
            return true;
        }
    }
}
