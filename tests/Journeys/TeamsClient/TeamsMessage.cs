using System.Text.Json.Nodes;

namespace Journeys.TeamsClient;

/// <summary>A message of the bot. Everybody sees what was last posted; whoever pressed a button sees the answer instead, until the next update.</summary>
internal sealed class TeamsMessage(string id, JsonObject activity)
{
    private readonly Dictionary<string, CardView> answers = [];

    public string Id { get; } = id;

    /// <summary>How often it was changed for everybody.</summary>
    public int Updates { get; private set; }

    public JsonObject Activity { get; private set; } = activity;

    public string? Text => (string?)Activity["text"];

    public CardView? Card => Activity["attachments"]?[0]?["content"] is JsonObject content ? new CardView(content) : null;

    public CardView? CardFor(TeamsPerson person) => answers.GetValueOrDefault(person.TeamsId) ?? Card;

    internal void Update(JsonObject changed)
    {
        Activity = changed;
        answers.Clear();
        Updates++;
    }

    internal void Answer(TeamsPerson person, CardView card) => answers[person.TeamsId] = card;
}
