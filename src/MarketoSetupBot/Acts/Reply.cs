using AdaptiveCards;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Threads;

namespace MarketoSetupBot.Acts;

/// <summary>What a turn says once it is saved.</summary>
internal sealed record Reply
{
    /// <summary>For whoever pressed.</summary>
    public AdaptiveCard? Card { get; init; }

    /// <summary>A line instead of a card: what was pressed stays as it is.</summary>
    public string? Words { get; init; }

    /// <summary>A refusal, to be said in a line or, where a line is not possible, on a card.</summary>
    public ProblemView? Problem { get; init; }

    /// <summary>Messages that come below.</summary>
    public List<(Post Post, AdaptiveCard Card)> New { get; } = [];

    /// <summary>Cards of no run that come below.</summary>
    public List<AdaptiveCard> Below { get; } = [];

    /// <summary>Messages that everybody sees otherwise from now on, by activity id.</summary>
    public List<(string Activity, AdaptiveCard Card)> Changed { get; } = [];

    /// <summary>Nobody but the person who pressed may see the card, so it can only be the answer to a click.</summary>
    public bool IsOnlyForOne { get; init; }

    /// <summary>The card below, or the changed one, goes on changing until this is done.</summary>
    public Watched? Watched { get; init; }

    /// <summary>False for answers that nobody may keep.</summary>
    public bool MayBeKept { get; init; } = true;
}
