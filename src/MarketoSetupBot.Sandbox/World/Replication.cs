namespace MarketoSetupBot.Sandbox.World;

/// <summary>
/// Entra answers a read from a replica that may not have heard of a write yet. Here: an object just written is missing to reads
/// (404), and refused as the base of another object (403), until the lag has passed. No lag unless somebody asks for it.
/// </summary>
public sealed class Replication(TimeProvider clock)
{
    private readonly Dictionary<string, DateTimeOffset> arrivals = [];

    public TimeSpan Lag { get; set; }

    public void Wrote(object id)
    {
        if (Lag > TimeSpan.Zero) arrivals[id.ToString()!] = clock.GetUtcNow() + Lag;
    }

    public bool HasArrived(object id) => !arrivals.TryGetValue(id.ToString()!, out var at) || clock.GetUtcNow() >= at;

    public void Reset()
    {
        Lag = TimeSpan.Zero;
        arrivals.Clear();
    }
}
