using System.Security.Cryptography;
using MarketoSetupBot.Backend.Database;

namespace MarketoSetupBot.Backend.Connections;

/// <summary>What outlives a setup: one organisation of one tenant, and what this product made there. Unique per tenant and host.</summary>
public sealed class Connection : ISealed
{
    private const string KeyPrefix = "marketo-setup-bot-";

    public required Guid Id { get; init; }
    public required string TenantId { get; init; }
    public required string OrganisationHost { get; init; }

    /// <summary>
    /// Entra <c>uniqueName</c> of our application: a prefix and 128 random bits, chosen when the connection is made and so
    /// known before the first write. It finds an application whose 201 was lost; a display name never does.
    /// </summary>
    public required string ApplicationKey { get; set; }

    /// <summary>Object id from our own 201. Anything else that is found is not ours.</summary>
    public string? ApplicationObjectId { get; set; }

    /// <summary>The application's <c>appId</c>: the client id that goes into Marketo.</summary>
    public string? ClientId { get; set; }

    public string? ApplicationName { get; set; }
    public string? ServicePrincipalObjectId { get; set; }
    public string? GrantId { get; set; }

    /// <summary>Somebody made the application by hand, and an approver had it taken over: it is never deleted, and only credentials of ours are removed from it.</summary>
    public bool ApplicationAdopted { get; set; }

    /// <summary>Home realm discovery policy from our own 201; never anybody else's.</summary>
    public string? PolicyId { get; set; }

    /// <summary>The policy of somebody else whose place ours took on the service principal; undo puts it back.</summary>
    public string? ReplacedPolicyId { get; set; }

    /// <summary>Server to server: e-mail of the application user in Dynamics, which Marketo takes for the user name.</summary>
    public string? ApplicationUserEmail { get; set; }

    public string? SyncUser { get; set; }

    /// <summary>How Marketo signs in since the last setup that was applied.</summary>
    public MarketoSetupBot.Contracts.AuthenticationMethod? Method { get; set; }

    /// <summary>Marketo signs in as the application; <see cref="SyncUser"/> is the e-mail of its application user.</summary>
    public bool IsServerToServer => Method is MarketoSetupBot.Contracts.AuthenticationMethod.ServerToServer;

    public DateTimeOffset? ValidatedAt { get; set; }

    /// <summary>What a person said about password hash synchronisation, where no token of ours can read it.</summary>
    public HashSyncAttestation? HashSync { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Over every id above, lower-case hex; see <see cref="ConnectionSeal"/>.</summary>
    public string? Seal { get; private set; }

    string? ISealed.Seal
    {
        get => Seal;
        set => Seal = value;
    }

    /// <summary>A new connection with a key that nobody can guess.</summary>
    public static Connection New(string tenantId, string host, DateTimeOffset now)
        => new()
        {
            Id = Guid.CreateVersion7(now),
            TenantId = tenantId,
            OrganisationHost = host,
            ApplicationKey = NewKey(),
            CreatedAt = now,
        };

    /// <summary>The application is deleted, or taken over no more. The next one gets a key of its own: Entra may hold the old one for as long as the deleted application can be restored.</summary>
    public void ForgetApplication()
    {
        ApplicationObjectId = ClientId = ApplicationName = ServicePrincipalObjectId = GrantId = null;
        ApplicationAdopted = false;
        ApplicationKey = NewKey();
    }

    private static string NewKey() => KeyPrefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>The newest secret that somebody said they have and that is still valid.</summary>
    public IssuedSecret? Kept(DateTimeOffset now)
        => Secrets.Where(s => s is { Fate: SecretFate.Confirmed or SecretFate.MadeByHand } && s.KeyId is not null && s.ExpiresAt > now).MaxBy(s => s.ExpiresAt);

    /// <summary>Every secret this product issued, by key id; values are nowhere.</summary>
    public List<IssuedSecret> Secrets { get; } = [];
}

public enum SecretFate
{
    /// <summary>Intent recorded; <c>addPassword</c> may or may not have happened.</summary>
    Requested,
    HandedOut,
    Confirmed,
    Unconfirmed,
    Removed,
    /// <summary>An administrator made it in the portal for a run of ours: known by its key id, never removed by us.</summary>
    MadeByHand,
}

/// <summary>A secret that was asked of Entra for a recipient. Found again by <see cref="KeyId"/>, or, when the answer was lost, by <see cref="Marker"/>.</summary>
public sealed class IssuedSecret
{
    /// <summary>In place of a run: made for a probe at the terminal, by whoever is named as recipient, and handed to nobody.</summary>
    public static readonly Guid NoRun = Guid.Empty;

    public required Guid Id { get; init; }
    public required Guid RunId { get; init; }
    public required string RecipientId { get; init; }

    /// <summary>What the credential's display name ends with, recorded before the call: finds an orphan whose key id was lost.</summary>
    public required string Marker { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }
    public Guid? KeyId { get; set; }
    public DateTimeOffset? ExpiresAt { get; set; }
    public SecretFate Fate { get; set; }

    /// <summary>Somebody may have its value.</summary>
    public bool IsOut => Fate is SecretFate.HandedOut or SecretFate.Confirmed or SecretFate.Unconfirmed or SecretFate.MadeByHand;

    /// <summary>When to remove from Entra whatever bears the marker, because nobody can have got its value. Null: there is nothing to sweep.</summary>
    public DateTimeOffset? SweepAt { get; set; }
}
