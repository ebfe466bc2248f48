using System.Globalization;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Problems;

/// <summary>A decided no: what the caller is told instead of what they asked for.</summary>
public sealed record Refusal(int Status, string Code)
{
    public IReadOnlyDictionary<string, string>? Values { get; init; }
    public IReadOnlyDictionary<string, Phrase>? Fields { get; init; }
    public RunView? Run { get; init; }
    public TimeSpan? RetryAfter { get; init; }

    public static Refusal NotFound { get; } = new(404, ProblemCodes.NotFound);
    public static Refusal Stale { get; } = new(409, ProblemCodes.Stale);
    public static Refusal AccountNotSuitable { get; } = new(403, ProblemCodes.AccountNotSuitable);
    public static Refusal JustCollected { get; } = new(409, ProblemCodes.JustCollected);
    public static Refusal TargetNotOurs { get; } = new(409, ProblemCodes.TargetNotOurs);
    public static Refusal RecordChanged { get; } = new(409, ProblemCodes.RecordChanged);
    public static Refusal SelfApproval { get; } = new(403, ProblemCodes.SelfApproval);

    public static Refusal TryAgain(TimeSpan? retryAfter) => new(503, ProblemCodes.TryAgain) { RetryAfter = retryAfter };

    /// <param name="other">The one run that may be open of a connection at a time.</param>
    public static Refusal InTheWay(RunView other) => new(409, ProblemCodes.RunAlreadyOpen)
    {
        Run = other,
        Values = new Dictionary<string, string>
        {
            ["kind"] = other.Kind.ToString(),
            ["by"] = other.Requester.Name,
            ["at"] = other.OpenedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        },
    };

    /// <param name="roles">Template ids of the roles that could.</param>
    /// <param name="eligible">Those of them that the person may activate in Privileged Identity Management.</param>
    public static Refusal RoleNotActivated(IEnumerable<string> roles, IEnumerable<string> eligible)
        => new(403, ProblemCodes.RoleNotActivated)
        {
            Values = new Dictionary<string, string> { ["roles"] = string.Join(',', roles), ["eligible"] = string.Join(',', eligible) },
        };

    /// <param name="roles">Template ids of the roles that could; may be empty.</param>
    public static Refusal NotAllowed(IEnumerable<string> roles)
        => new(403, ProblemCodes.NotAllowed) { Values = new Dictionary<string, string> { ["roles"] = string.Join(',', roles) } };
}
