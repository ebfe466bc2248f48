using System.Text.Json.Nodes;

namespace Journeys.TeamsClient;

/// <summary>A message of the bot. Everybody sees what was last posted; whoever pressed a button sees the answer instead, until the next update.</summary>
internal sealed class TeamsMessage(string id, JsonObject activity)
{
    private readonly Dictionary<string, CardView> answers = [];
    private readonly List<long> versions = [];

    public string Id { get; } = id;

    /// <summary>How often it was changed for everybody.</summary>
    public int Updates { get; private set; }

    public JsonObject Activity { get; private set; } = activity;

    public string? Text => (string?)Activity["text"];

    public CardView? Card => Activity["attachments"] is JsonArray { Count: > 0 } attachments && attachments[0]?["content"] is JsonObject content ? new CardView(content) : null;

    public CardView? CardFor(TeamsPerson person) => answers.GetValueOrDefault(person.TeamsId) ?? Card;

    /// <summary>The versions of the run that this message showed to everybody, in the order in which they came.</summary>
    public IReadOnlyList<long> Versions
    {
        get
        {
            lock (versions) return [.. versions];
        }
    }

    internal void Shown()
    {
        if (Card?.Version is not { } version) return;
        lock (versions) versions.Add(version);
    }

    internal void Update(JsonObject changed)
    {
        Activity = changed;
        Shown();
        answers.Clear();
        Updates++;
    }

    internal void Answer(TeamsPerson person, CardView card) => answers[person.TeamsId] = card;
}
