using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Validations;

/// <summary>A validation as it is kept: what the team may see. Names of policies, sign-ins and users are not in it.</summary>
public sealed class ValidationRecord
{
    public required Guid Id { get; init; }
    public required Guid ConnectionId { get; init; }
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Null while it runs, and for ever when the process died meanwhile.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Null: nobody asked.</summary>
    public PersonView? By { get; init; }

    public IReadOnlyList<CheckView> Results { get; set; } = [];

    /// <summary>State of each check when it was last known: an outage of one night neither improves nor worsens anything.</summary>
    public IReadOnlyList<KnownState> Known { get; set; } = [];

    public IReadOnlyList<string> Better { get; set; } = [];
    public IReadOnlyList<string> Worse { get; set; } = [];

    /// <summary>When the threads are to be told of it; null when they know, or need not.</summary>
    public DateTimeOffset? NewsDueAt { get; set; }

    public int NewsAttempts { get; set; }

    public static ValidationRecord Begin(Guid id, Guid connection, PersonView? by, DateTimeOffset now)
        => new() { Id = id, ConnectionId = connection, StartedAt = now, By = by };
}

public sealed record KnownState(string Check, CheckState State);

/// <summary>What a person saw in Marketo when no run asked for it.</summary>
public sealed class MarketoReport
{
    public required Guid ConnectionId { get; init; }
    public required IReadOnlyList<MarketoCheck> Red { get; set; }
    public required PersonView By { get; set; }
    public required DateTimeOffset At { get; set; }
}
