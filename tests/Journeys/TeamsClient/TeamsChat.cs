using System.Text.Json.Nodes;

namespace Journeys.TeamsClient;

internal enum ChatKind { Personal, GroupChat, Channel }

/// <summary>A personal chat, a group chat or one thread of a channel, with what the bot posted there.</summary>
internal sealed class TeamsChat
{
    private readonly TeamsService teams;
    private readonly List<TeamsMessage> messages = [];

    internal TeamsChat(TeamsService teams, string id, ChatKind kind)
    {
        this.teams = teams;
        (Id, Kind) = (id, kind);
    }

    /// <summary>With <c>;messageid=</c> in a channel.</summary>
    public string Id { get; }

    public ChatKind Kind { get; }

    public IReadOnlyList<TeamsMessage> Messages
    {
        get
        {
            lock (messages) return [.. messages];
        }
    }

    /// <summary>The last message with a card.</summary>
    public TeamsMessage Last => Messages.LastOrDefault(m => m.Card is not null) ?? throw new InvalidOperationException("The bot has not posted a card here.");

    public Task SayAsync(TeamsPerson person, string words) => teams.SayAsync(this, person, words);

    /// <summary>Presses a button on what that person sees of a message.</summary>
    /// <param name="inputs">What was typed; inputs that are not named keep what the card put there.</param>
    public Task<InvokeAnswer> ClickAsync(TeamsPerson person, TeamsMessage message, string button, params (string Id, string Value)[] inputs)
    {
        var card = message.CardFor(person) ?? throw new InvalidOperationException("That message holds no card.");
        return teams.ClickAsync(this, person, message, card, card.Button(button), inputs);
    }

    /// <summary>The same by verb, for readers of another language.</summary>
    public Task<InvokeAnswer> PressAsync(TeamsPerson person, TeamsMessage message, string verb, params (string Id, string Value)[] inputs)
    {
        var card = message.CardFor(person) ?? throw new InvalidOperationException("That message holds no card.");
        return teams.ClickAsync(this, person, message, card, card.Verb(verb), inputs);
    }

    /// <summary>A button of a card that the person may no longer see: what an old client, or a slow one, would send.</summary>
    public Task<InvokeAnswer> PressAsync(TeamsPerson person, TeamsMessage message, CardView card, string verb, params (string Id, string Value)[] inputs) =>
        teams.ClickAsync(this, person, message, card, card.Verb(verb), inputs);

    public Task SubmitAsync(TeamsPerson person, TeamsMessage message, string verb) =>
        teams.SubmitAsync(this, person, message, message.CardFor(person)!, verb);

    /// <summary>Waits until somebody sees a card with that button somewhere in this chat.</summary>
    public Task<TeamsMessage> SeesVerbAsync(TeamsPerson person, string verb) =>
        SeesAsync(m => m.CardFor(person)?.Verbs.Contains(verb) == true, $"a card with a button for \"{verb}\"");

    public Task<TeamsMessage> SeesTextAsync(TeamsPerson person, string words) =>
        SeesAsync(m => m.CardFor(person)?.Text.Contains(words, StringComparison.Ordinal) == true || m.Text?.Contains(words, StringComparison.Ordinal) == true, $"\"{words}\"");

    /// <summary>Waits until a message is as it should be. It is told of every post, update and answer; it never polls.</summary>
    public async Task<TeamsMessage> SeesAsync(Func<TeamsMessage, bool> what, string name)
    {
        using var patience = new CancellationTokenSource(TeamsService.Patience);
        while (true)
        {
            var change = teams.NextChange;
            if (Messages.LastOrDefault(what) is { } found) return found;
            try
            {
                await change.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"Nobody saw {name} in {Id}. There is:\n{this}");
            }
        }
    }

    public override string ToString() => string.Join("\n---\n", Messages.Select(m => $"[{m.Id}, {m.Updates} updates]\n{m.Text ?? m.Card?.Text}\nbuttons: {string.Join(", ", m.Card?.Buttons ?? [])}"));

    internal void Posted(TeamsMessage message)
    {
        message.Shown();
        lock (messages) messages.Add(message);
    }

    internal JsonObject AsConversation() => new()
    {
        ["id"] = Id,
        ["conversationType"] = Kind switch { ChatKind.Personal => "personal", ChatKind.GroupChat => "groupChat", _ => "channel" },
        ["tenantId"] = TeamsService.TenantId,
        ["isGroup"] = Kind is not ChatKind.Personal,
    };
}
