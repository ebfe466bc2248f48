namespace MarketoSetupBot.Backend.Tests.Tenant;

/// <summary>Real time, moved on by hand.</summary>
public sealed class ManualClock : TimeProvider
{
    private TimeSpan ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

    public void Advance(TimeSpan by) => ahead += by;
}
