namespace MarketoSetupBot.Backend.Events;

/// <summary>What the bot has still to be told of a run: one row per run, because only the newest version matters.</summary>
public sealed class OutboxEntry
{
    public required Guid RunId { get; init; }

    /// <summary>Newest version of the run. Written by whoever commits the run.</summary>
    public long Version { get; set; }

    /// <summary>Newest version that the bot has taken. Written by the event job alone, like everything below.</summary>
    public long Delivered { get; set; }

    /// <summary>Number of the last push of this run; later pushes have greater ones.</summary>
    public long Sequence { get; set; }

    public DateTimeOffset? PushedAt { get; set; }
    public int Attempts { get; set; }

    /// <summary>When the job must look; null when the bot knows everything.</summary>
    public DateTimeOffset? DueAt { get; set; }
}
