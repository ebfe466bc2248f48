namespace MarketoSetupBot.Sandbox.Control;

// The bodies of the control API, shared by its endpoints and by SandboxControl.

/// <param name="Roles">Names or template ids of directory roles; they replace those the user holds.</param>
/// <param name="Scope">Null for the whole tenant.</param>
public sealed record RolesBody(IReadOnlyList<string> Roles, string? Scope = null);

/// <summary>A group that holds a directory role, and whose members therefore do.</summary>
/// <param name="Members">Object ids.</param>
public sealed record RoleGroupBody(string DisplayName, string Role, IReadOnlyList<Guid> Members);

/// <summary>What to change about a user; null leaves it.</summary>
public sealed record UserBody
{
    public bool? Enabled { get; init; }
    public bool? Guest { get; init; }
    public string? Password { get; init; }
    public bool? NoPassword { get; init; }
    public bool? PasswordExpired { get; init; }
    public bool? PerUserMfa { get; init; }

    /// <summary>Whether the user belongs to the group behind the team.</summary>
    public bool? InTeam { get; init; }
}

/// <param name="AuthenticationType"><c>Managed</c> or <c>Federated</c>.</param>
public sealed record DomainBody(string AuthenticationType);

public sealed record HashSyncBody(bool? DirectorySynchronised, bool PasswordHashSync);

/// <param name="Held">False withholds the permission.</param>
public sealed record PermissionBody(string Permission, bool Held);

/// <param name="Controls"><c>mfa</c>, <c>block</c>, <c>compliantDevice</c> or <c>domainJoinedDevice</c>.</param>
/// <param name="Users">Object ids of those the policy meets; null for everybody.</param>
public sealed record ConditionalAccessBody(string DisplayName, IReadOnlyList<string> Controls, IReadOnlyList<Guid>? Users = null, IReadOnlyList<Guid>? ExcludedUsers = null, string State = "enabled");

public sealed record SwitchBody(bool On);

/// <param name="Forbidden">No new secrets at all.</param>
/// <param name="MaxLifetimeDays">The longest life of a new secret; null for no limit.</param>
/// <param name="AppsCreatedAfter">Older applications are spared.</param>
/// <param name="ExemptAttribute">Callers with that custom security attribute are spared.</param>
public sealed record SecretRulesBody(bool Forbidden, int? MaxLifetimeDays, DateTimeOffset? AppsCreatedAfter = null, string? ExemptAttribute = null);

public sealed record LagBody(double Seconds);

public sealed record BotBody(Uri Endpoint);

/// <param name="Ask">True: people are asked to sign in. False: everybody is signed in silently.</param>
public sealed record SignInModeBody(bool Ask);

/// <param name="Kind"><c>backend</c>: for the backend, as the token service gives it to the bot. <c>teams</c>: for the bot, as Teams offers it for exchange.</param>
public sealed record PersonTokenBody(string User, string Kind = "backend");

public sealed record TokenBody(string Token)
{
    public override string ToString() => "TokenBody";
}

/// <summary>The outcome of a control call that went wrong.</summary>
public sealed class SandboxControlException(string message) : Exception(message);
