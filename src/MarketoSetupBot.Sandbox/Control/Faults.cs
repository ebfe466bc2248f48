using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Sandbox.Control;

/// <summary>The faults that wait for a request.</summary>
public sealed class Faults : IPartOfWorld
{
    private readonly Lock gate = new();
    private readonly List<Waiting> waiting = [];

    public void Add(Fault fault)
    {
        lock (gate) waiting.Add(new Waiting(fault) { LetThrough = fault.After, Left = fault.Times });
    }

    /// <summary>Takes the first fault that meets this request, and counts it.</summary>
    public Fault? Take(string host, string method, string path)
    {
        lock (gate)
        {
            foreach (var one in waiting.Where(one => one.Fault.Matches(host, method, path)))
            {
                if (one.LetThrough-- > 0) continue;
                if (--one.Left == 0) waiting.Remove(one);
                return one.Fault;
            }

            return null;
        }
    }

    public void Reset()
    {
        lock (gate) waiting.Clear();
    }

    private sealed class Waiting(Fault fault)
    {
        public Fault Fault { get; } = fault;
        public int LetThrough { get; set; }
        public int Left { get; set; }
    }
}
