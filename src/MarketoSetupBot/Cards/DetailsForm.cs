using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Cards;

/// <summary>What the details card shows: what was typed so far, what is wrong with it, and what there is to choose from.</summary>
public sealed record DetailsForm
{
    public required Guid Run { get; init; }
    public required long Version { get; init; }
    /// <summary>By input id (<see cref="Inputs"/>), as typed; defaults on the first showing.</summary>
    public required IReadOnlyDictionary<string, string> Typed { get; init; }
    /// <summary>By input id.</summary>
    public IReadOnlyDictionary<string, Phrase> Errors { get; init; } = new Dictionary<string, Phrase>();
    public required IReadOnlyList<PersonView> Recipients { get; init; }
    /// <summary>Channels that may show the progress; empty where the form stands in a channel already.</summary>
    public IReadOnlyList<ChannelChoice> Channels { get; init; } = [];
    public int MaximumLifetimeDays { get; init; } = 730;
}

/// <param name="Key">Opaque to the card.</param>
public sealed record ChannelChoice(string Key, string Team, string Name);
