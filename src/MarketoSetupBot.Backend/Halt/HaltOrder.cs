using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Halt;

/// <summary>Somebody's order to write nothing to the tenant, and who lifted it.</summary>
public sealed class HaltOrder
{
    public required Guid Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required PersonView CalledBy { get; init; }
    public string? Reason { get; init; }
    public PersonView? LiftedBy { get; private set; }
    public DateTimeOffset? LiftedAt { get; private set; }

    /// <summary>1 while it is in force, else null. Unique: there is one at a time.</summary>
    public int? InForce { get; private set; } = 1;

    public HaltView View => new(CalledBy, At, Reason);

    public void Lift(PersonView by, DateTimeOffset now) => (LiftedBy, LiftedAt, InForce) = (by, now, null);
}
