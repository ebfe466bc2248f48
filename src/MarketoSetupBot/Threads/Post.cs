namespace MarketoSetupBot.Threads;

internal enum PostKind
{
    /// <summary>All steps of the run with their state.</summary>
    Progress,
    /// <summary>What is to be done now.</summary>
    Step,
    /// <summary>Where the secret was collected, or where the team reads that it was. Stays while the next step gets a card of its own.</summary>
    Receipt,
}

/// <summary>What a message shows beyond its run's version, because it decides who may change it.</summary>
internal enum Holds
{
    /// <summary>Nothing that an update could destroy.</summary>
    Plain,
    /// <summary>Inputs: an update would wipe what somebody is typing.</summary>
    Form,
    /// <summary>The secret, on its recipient's screen, until it is confirmed or two minutes are over.</summary>
    Secret,
}

/// <summary>Which message shows what of which run.</summary>
internal sealed record Post
{
    public required Guid Run { get; init; }
    public required PostKind Kind { get; init; }
    /// <summary>With <c>;messageid=</c> in a channel.</summary>
    public required string Conversation { get; init; }
    /// <summary>Null while the message is being posted.</summary>
    public string? Activity { get; init; }
    /// <summary>The run's version that everybody sees in it. What a click was answered with does not count: only the person who clicked sees that.</summary>
    public required long Version { get; init; }
    public required Holds Holds { get; init; }
    public required string Culture { get; init; }
    /// <summary>A turn is posting it or answering a click on it; an event that came between would be overwritten by the older answer.</summary>
    public DateTimeOffset? ClaimedAt { get; init; }
    /// <summary>Number of the last notice that this conversation was told.</summary>
    public long Notices { get; init; }
}
