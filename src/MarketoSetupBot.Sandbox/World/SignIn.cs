namespace MarketoSetupBot.Sandbox.World;

/// <summary>One row of the sign-in log.</summary>
public sealed record SignIn
{
    public required Guid Id { get; init; }
    public required DateTimeOffset CreatedDateTime { get; init; }
    public string? UserDisplayName { get; init; }
    public string? UserPrincipalName { get; init; }
    public Guid? UserId { get; init; }
    public Guid? AppId { get; init; }
    public string? AppDisplayName { get; init; }
    public string? IpAddress { get; init; }
    public string? ClientAppUsed { get; init; }
    public Guid CorrelationId { get; init; }

    /// <summary><c>success</c>, <c>failure</c> or <c>notApplied</c>.</summary>
    public string ConditionalAccessStatus { get; init; } = "notApplied";

    public IReadOnlyList<AppliedPolicy> AppliedConditionalAccessPolicies { get; init; } = [];
    public bool IsInteractive { get; init; } = true;
    public string RiskDetail { get; init; } = "none";
    public string RiskLevelAggregated { get; init; } = "none";
    public string RiskLevelDuringSignIn { get; init; } = "none";
    public string RiskState { get; init; } = "none";
    public string? ResourceDisplayName { get; init; }
    public Guid? ResourceId { get; init; }
    public required SignInStatus Status { get; init; }
}

public sealed record SignInStatus(int ErrorCode, string FailureReason, string? AdditionalDetails);

/// <param name="Result"><c>success</c>, <c>failure</c>, <c>notApplied</c>, ...</param>
public sealed record AppliedPolicy(string Id, string DisplayName, IReadOnlyList<string> EnforcedGrantControls, string Result);
