namespace Journeys.TeamsClient;

/// <summary>One setup in one chat, as far as a test wants to talk it through.</summary>
internal sealed class SetupTalk(TeamsChat chat, TeamsPerson person)
{
    private static int organisations;

    public TeamsChat Chat { get; } = chat;

    public TeamsPerson Person { get; } = person;

    /// <summary>Who approves; the same person unless a test says otherwise.</summary>
    public TeamsPerson Approver { get; init; } = person;

    /// <summary>An organisation of its own, because an organisation has at most one open setup.</summary>
    public string Organisation { get; init; } = $"https://org{Interlocked.Increment(ref organisations)}x{Environment.TickCount64 % 100000}.crm.dynamics.com";

    public string SyncUser { get; init; } = "marketo.sync@contoso.onmicrosoft.com";

    /// <summary>A name of its own for the app that this setup registers.</summary>
    public string AppName => "Marketo sync " + new Uri(Organisation).Host;

    public (string Id, string Value)[] Details => [("organisationUrl", Organisation), ("syncUser", SyncUser), ("appName", AppName)];

    public TeamsMessage Progress { get; private set; } = null!;

    /// <summary>The message of the current step.</summary>
    public TeamsMessage Step { get; private set; } = null!;

    public async Task BeginAsync()
    {
        await Chat.SayAsync(Person, "set up");
        Progress = await Chat.SeesVerbAsync(Person, "begin");
        await Chat.PressAsync(Person, Progress, "begin");
        Step = await Chat.SeesVerbAsync(Person, "details.send");
    }

    public Task<InvokeAnswer> SendDetailsAsync(params (string Id, string Value)[] more) =>
        Chat.PressAsync(Person, Step, "details.send", [("organisationUrl", Organisation), ("syncUser", SyncUser), .. more]);

    public async Task ToPlanAsync(params (string Id, string Value)[] more)
    {
        await BeginAsync();
        await SendDetailsAsync(more);
        Step = await SeesStepAsync("approve");
    }

    public async Task ToCollectAsync(params (string Id, string Value)[] more)
    {
        await ToPlanAsync(more);
        await Chat.PressAsync(Approver, Step, "approve");
        Step = await SeesStepAsync("collect");
    }

    /// <summary>To the end, with every act in Marketo reported as done.</summary>
    public async Task ToClosingAsync(params (string Id, string Value)[] more)
    {
        await ToCollectAsync(more);
        await FinishAsync();
    }

    /// <summary>From Collect to the closing card.</summary>
    public async Task FinishAsync()
    {
        await CopyAsync();
        for (var act = 0; act < 6; act++) await MarketoDoneAsync();
        await ClosesAsync();
    }

    /// <summary>Collects the secret and says that it is copied.</summary>
    public async Task CopyAsync()
    {
        await PressAsync("collect");
        await PressAsync("copied");
    }

    /// <summary>Says of the act in Marketo that is shown that it is done.</summary>
    /// <param name="act">What is done of it, by its card.</param>
    /// <returns>The card of that act.</returns>
    public async Task<CardView> MarketoDoneAsync(Func<CardView, Task>? act = null)
    {
        var message = await Chat.SeesVerbAsync(Person, "marketo.done");
        var card = message.CardFor(Person)!;
        if (act is not null) await act(card);
        await Chat.PressAsync(Person, message, "marketo.done");
        return card;
    }

    public Task<TeamsMessage> ClosesAsync() =>
        Chat.SeesAsync(m => m.Card?.Verbs is { } verbs && verbs.Contains("validate") && !verbs.Contains("marketo.done"), "the closing card");

    /// <summary>Types a word and waits for a card with that button.</summary>
    public async Task<TeamsMessage> AskForAsync(TeamsPerson by, string word, string verb)
    {
        await Chat.SayAsync(by, word);
        return await Chat.SeesVerbAsync(by, verb);
    }

    public Task<InvokeAnswer> PressAsync(string verb, params (string Id, string Value)[] inputs) => Chat.PressAsync(Person, Step, verb, inputs);

    /// <summary>Waits until the message of the step offers that.</summary>
    public Task<TeamsMessage> SeesStepAsync(string verb) => Chat.SeesVerbAsync(Person, verb);

    public Task<TeamsMessage> SeesAsync(string words) => Chat.SeesTextAsync(Person, words);
}
