using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Sandbox.Control;

// The bodies of the levers for what a validation looks at.

/// <summary>What to change about an application; null leaves it.</summary>
public sealed record AppBody
{
    public string? SignInAudience { get; init; }
    public bool? PublicClient { get; init; }
    public bool? DisabledByMicrosoft { get; init; }
    public IReadOnlyList<RequiredResourceAccess>? RequiredResourceAccess { get; init; }
    public IReadOnlyList<string>? Redirects { get; init; }
    public bool? NoSecrets { get; init; }
    public DateTimeOffset? SecretsExpireAt { get; init; }
    public bool? AssignmentRequired { get; init; }
}

/// <param name="Kind"><c>password</c>, <c>key</c> or <c>federated</c>.</param>
public sealed record CredentialBody(string Kind, bool OnServicePrincipal = false, string Name = "somebody's");

/// <param name="Owners">Object ids; they replace those there are.</param>
public sealed record OwnersBody(IReadOnlyList<Guid> Owners);

/// <param name="PrincipalId">A user or a group.</param>
public sealed record AssignmentBody(Guid PrincipalId);

/// <param name="Scope">On Dynamics CRM; null for no grant at all.</param>
/// <param name="ForUser">Null for everybody.</param>
public sealed record GrantBody(string? Scope, Guid? ForUser = null);

/// <param name="Definition">The policy's JSON; null for no policy.</param>
public sealed record SignInPolicyBody(string? Definition, bool OrganizationDefault = false, bool Attached = true, string Name = "Sign-in policy");

public sealed record DisabledByBody(string User);

public sealed record PasswordValidityBody(int? Days);

public sealed record PasswordBody(DateTimeOffset ChangedAt, bool NeverExpires);
