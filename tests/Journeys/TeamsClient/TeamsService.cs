using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using MarketoSetupBot.Sandbox.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Journeys.TeamsClient;

/// <summary>
/// Teams as a bot meets it: delivers what people type and press through the sandbox's relay, and takes what the bot posts, as
/// the connector does. Everything that passes either way is kept in <see cref="Traffic"/>.
/// </summary>
internal sealed class TeamsService : IAsyncDisposable
{
    public static readonly string TenantId = Contoso.TenantId.ToString("D");
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    public const string Team = "19:general8f3a2c1d4b5e6f708192a3b4c5d6e7f8@thread.tacv2";
    public const string SyncChannel = "19:sync2b4d6f8091a3c5e7092b4d6f8a0c2e4f@thread.tacv2";
    private static readonly string Bot = "28:" + Contoso.BotAppId.ToString("D");

    private readonly ConcurrentDictionary<string, TeamsChat> chats = new();
    private readonly HttpClient relay;
    private readonly WebApplication connector;
    private long lastMessage = 1795336703000;
    private long throttled;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TeamsService(Uri sandbox, WebApplication connector)
    {
        relay = new HttpClient { BaseAddress = sandbox, Timeout = Patience };
        this.connector = connector;
    }

    /// <summary>Every body that went to a chat or came from one, invoke answers left out.</summary>
    public ConcurrentQueue<string> Traffic { get; } = new();

    public ConcurrentQueue<InvokeAnswer> Answers { get; } = new();

    internal Task NextChange => Volatile.Read(ref changed).Task;

    private string ServiceUrl => connector.Urls.First() + "/_connector";

    public static async Task<TeamsService> StartAsync(Uri sandbox)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var teams = new TeamsService(sandbox, app);
        Connector.Map(app, teams);
        await app.StartAsync();
        return teams;
    }

    /// <summary>The chat that this person has with the bot.</summary>
    public TeamsChat PersonalChat(TeamsPerson person) => Chat($"a:personal-{person.TeamsId[3..]}", ChatKind.Personal);

    /// <summary>A thread that somebody begins in the channel of the team.</summary>
    public TeamsChat NewThread() => Chat($"{SyncChannel};messageid={NewId()}", ChatKind.Channel);

    public TeamsChat? FindChat(string id) => chats.GetValueOrDefault(id);

    /// <summary>Threads of the channel that the bot began.</summary>
    public IEnumerable<TeamsChat> Threads => chats.Values.Where(c => c.Kind is ChatKind.Channel);

    /// <summary>The bot is added to the team: Teams says so twice, at once.</summary>
    public async Task InstallInTeamAsync(TeamsPerson by)
    {
        var general = Chat(Team, ChatKind.Channel);
        await Task.WhenAll(
            DeliverAsync(Activity(general, by, "installationUpdate", new() { ["action"] = "add" })),
            DeliverAsync(Activity(general, by, "conversationUpdate", new() { ["membersAdded"] = new JsonArray(new JsonObject { ["id"] = Bot }) })));
    }

    public async Task InstallForAsync(TeamsPerson person)
    {
        var chat = PersonalChat(person);
        await Task.WhenAll(
            DeliverAsync(Activity(chat, person, "installationUpdate", new() { ["action"] = "add" })),
            DeliverAsync(Activity(chat, person, "conversationUpdate", new()
            {
                ["membersAdded"] = new JsonArray(new JsonObject { ["id"] = person.TeamsId }, new JsonObject { ["id"] = Bot }),
            })));
    }

    /// <summary>The next so many calls of the bot are answered 429.</summary>
    public void Throttle(int calls) => Interlocked.Exchange(ref throttled, calls);

    public async ValueTask DisposeAsync()
    {
        await connector.DisposeAsync();
        relay.Dispose();
    }

    internal bool IsThrottled() => Interlocked.Decrement(ref throttled) >= 0;

    internal string NewId() => Interlocked.Increment(ref lastMessage).ToString(CultureInfo.InvariantCulture);

    internal TeamsChat Chat(string id, ChatKind kind) => chats.GetOrAdd(id, i => new TeamsChat(this, i, kind));

    internal void Change() => Interlocked.Exchange(ref changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <param name="activityId">That of an activity delivered before, to deliver it again.</param>
    internal async Task SayAsync(TeamsChat chat, TeamsPerson person, string words, string? activityId = null)
    {
        var mentioned = chat.Kind is not ChatKind.Personal;
        var extra = new JsonObject { ["text"] = mentioned ? $"<at>Marketo Setup</at> {words}" : words, ["textFormat"] = "plain" };
        if (mentioned)
            extra["entities"] = new JsonArray(new JsonObject
            {
                ["type"] = "mention",
                ["text"] = "<at>Marketo Setup</at>",
                ["mentioned"] = new JsonObject { ["id"] = Bot, ["name"] = "Marketo Setup" },
            });
        if (activityId is not null) extra["id"] = activityId;
        await DeliverAsync(Activity(chat, person, "message", extra));
    }

    internal async Task<InvokeAnswer> ClickAsync(TeamsChat chat, TeamsPerson person, TeamsMessage message, CardView card, JsonObject action, (string Id, string Value)[] inputs)
    {
        var data = action["data"]?.DeepClone() as JsonObject ?? [];
        foreach (var (id, value) in card.Inputs.Where(i => i.Value.Length > 0)) data[id] = value;
        foreach (var (id, value) in inputs) data[id] = value;
        var value2 = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["title"] = action["title"]?.DeepClone(), ["verb"] = action["verb"]?.DeepClone(), ["data"] = data },
        };
        return await InvokeAsync(chat, person, message, value2);
    }

    /// <summary>The same button in a client that knows only <c>Action.Submit</c>.</summary>
    internal Task SubmitAsync(TeamsChat chat, TeamsPerson person, TeamsMessage message, CardView card, string verb)
    {
        var submit = card.Verb(verb)["fallback"]!["data"]!.DeepClone();
        return DeliverAsync(Activity(chat, person, "message", new() { ["replyToId"] = message.Id, ["value"] = submit }));
    }

    /// <param name="value">Of the invoke: the action and, when Teams repeats it after a sign-in, <c>authentication</c> or <c>state</c>.</param>
    internal async Task<InvokeAnswer> InvokeAsync(TeamsChat chat, TeamsPerson person, TeamsMessage message, JsonObject value, string? activityId = null)
    {
        var activity = Activity(chat, person, "invoke", new() { ["name"] = "adaptiveCard/action", ["replyToId"] = message.Id, ["value"] = value });
        if (activityId is not null) activity["id"] = activityId;
        using var response = await PostAsync(activity);
        var answer = InvokeAnswer.Read(response.StatusCode, await response.Content.ReadAsStringAsync());
        if (answer.Card is { } shown) message.Answer(person, shown);
        Answers.Enqueue(answer);
        Change();
        return answer;
    }

    private async Task DeliverAsync(JsonObject activity)
    {
        using var response = await PostAsync(activity);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>What somebody sends who does not keep to what Teams would send.</summary>
    internal async Task<InvokeAnswer> SendForgedAsync(TeamsChat chat, TeamsPerson person, string type, JsonObject extra)
    {
        using var response = await PostAsync(Activity(chat, person, type, extra));
        return InvokeAnswer.Read(response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private Task<HttpResponseMessage> PostAsync(JsonObject activity)
    {
        var json = activity.ToJsonString();
        Traffic.Enqueue(json);
        return relay.PostAsync("relay/messages", new StringContent(json, Encoding.UTF8, "application/json"));
    }

    private JsonObject Activity(TeamsChat chat, TeamsPerson person, string type, JsonObject extra)
    {
        var channelData = new JsonObject { ["tenant"] = new JsonObject { ["id"] = TenantId } };
        if (chat.Kind is ChatKind.Channel)
        {
            channelData["team"] = new JsonObject { ["id"] = Team };
            channelData["channel"] = new JsonObject { ["id"] = chat.Id.Split(';')[0] };
        }

        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = Guid.NewGuid().ToString("D"),
            ["channelId"] = "msteams",
            ["locale"] = person.Locale,
            ["timestamp"] = DateTimeOffset.UtcNow.ToString("O"),
            ["from"] = new JsonObject { ["id"] = person.TeamsId, ["name"] = person.Name, ["aadObjectId"] = person.Account.ObjectId.ToString("D") },
            ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = "Marketo Setup" },
            ["serviceUrl"] = ServiceUrl,
            ["conversation"] = chat.AsConversation(),
            ["channelData"] = channelData,
        };
        foreach (var (name, value) in extra) activity[name] = value?.DeepClone();
        return activity;
    }
}
