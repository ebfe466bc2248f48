using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Sandbox.Control;

/// <summary>One request to a simulated host. Never a body and never a header, so nothing in it is secret.</summary>
/// <param name="Status">0: the connection broke before an answer.</param>
public sealed record JournalEntry(DateTimeOffset At, string Host, string Method, string Path, string Query, int Status)
{
    /// <summary>Graph is asked about memberships by POST; everything else of that kind changes something.</summary>
    public bool IsWrite => Method is not ("GET" or "HEAD") && !Path.EndsWith("/checkMemberGroups", StringComparison.Ordinal);
}

/// <summary>What the simulated hosts were asked, oldest first.</summary>
public sealed class Journal : IPartOfWorld
{
    private readonly Lock gate = new();
    private readonly List<JournalEntry> entries = [];

    public void Write(JournalEntry entry)
    {
        lock (gate) entries.Add(entry);
    }

    public IReadOnlyList<JournalEntry> Read(string? host)
    {
        lock (gate) return [.. entries.Where(entry => host is null || entry.Host == host)];
    }

    /// <summary>What would have changed the tenant, also where Graph refused it; a batch is one, whatever is in it.</summary>
    public IReadOnlyList<JournalEntry> GraphWrites() => [.. Read(SandboxHosts.Graph).Where(entry => entry.IsWrite)];

    public void Reset()
    {
        lock (gate) entries.Clear();
    }
}
