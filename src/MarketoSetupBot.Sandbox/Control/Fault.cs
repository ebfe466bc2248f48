using System.Text.RegularExpressions;

namespace MarketoSetupBot.Sandbox.Control;

/// <summary>What shall go wrong with the next requests that match.</summary>
public sealed record Fault
{
    /// <summary>The meant host, say <c>graph.microsoft.com</c>; null for any.</summary>
    public string? Host { get; init; }

    /// <summary>Null for any.</summary>
    public string? Method { get; init; }

    /// <summary>A regular expression found in the path (without query), ignoring case; null for any.</summary>
    public string? Path { get; init; }

    public required FaultKind Kind { get; init; }

    /// <summary>How many requests it meets before it is used up.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Requests that match and are let through before it starts.</summary>
    public int After { get; init; }

    /// <summary>Seconds in <c>Retry-After</c> of a 429 or 503; null for none.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>How long <see cref="FaultKind.Delay"/> holds a request.</summary>
    public double DelaySeconds { get; init; }

    public bool Matches(string host, string method, string path) =>
        (Host is null || Host.Equals(host, StringComparison.OrdinalIgnoreCase))
        && (Method is null || Method.Equals(method, StringComparison.OrdinalIgnoreCase))
        && (Path is null || Regex.IsMatch(path, Path, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));
}

public enum FaultKind
{
    /// <summary>429.</summary>
    Throttled,

    /// <summary>503.</summary>
    Unavailable,

    /// <summary>504: the gateway gave up; nothing was done.</summary>
    GatewayTimeout,

    /// <summary>Answered late, after <see cref="Fault.DelaySeconds"/>. A caller that gave up meanwhile has changed nothing.</summary>
    Delay,

    /// <summary>Done, and then the connection breaks before the answer.</summary>
    LostResponse,
}
