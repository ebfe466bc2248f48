using MarketoSetupBot.Backend.Connections;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Undo;

/// <summary>What the tenant has today of what a run wrote, and who else has to do with it.</summary>
internal sealed record Remains
{
    /// <summary>The run's own effects that were not taken back yet.</summary>
    public required IReadOnlyList<Effect> Effects { get; init; }

    /// <summary>Secrets that the run issued and that are not known to be gone.</summary>
    public required IReadOnlyList<IssuedSecret> Secrets { get; init; }

    /// <summary>Secrets of the run that an administrator made in the portal, and that are still there.</summary>
    public required int SecretsByHand { get; init; }

    public required Application? Application { get; init; }
    public required ServicePrincipal? ServicePrincipal { get; init; }
    public required IReadOnlyList<OAuth2PermissionGrant> Grants { get; init; }

    /// <summary>Home realm discovery policies on the service principal; empty where no effect asks for them.</summary>
    public required IReadOnlyList<HomeRealmDiscoveryPolicy> Policies { get; init; }

    /// <summary>Our policy is on somebody else's service principal as well.</summary>
    public required bool PolicyIsShared { get; init; }

    /// <summary>Who asked for a later setup of the same connection that came as far as its secret and stands.</summary>
    public required string? LaterRunBy { get; init; }

    /// <summary>Host of another connection that uses the same application.</summary>
    public required string? OtherConnection { get; init; }

    /// <summary>Credentials on application and service principal that the run did not issue, and that may use what it made.</summary>
    public required int ForeignCredentials { get; init; }
}
