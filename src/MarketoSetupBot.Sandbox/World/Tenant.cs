using System.Security.Cryptography;
using System.Text;

namespace MarketoSetupBot.Sandbox.World;

/// <summary>
/// The one tenant of the sandbox: what Entra knows. Entities are immutable and replaced; whoever looks or changes holds
/// <see cref="Gate"/> for that moment, never across input or output.
/// </summary>
public sealed class Tenant : IPartOfWorld
{
    private readonly ContosoSeed seed;
    private readonly Dictionary<Guid, byte[]> secretHashes = [];

    public Tenant(ContosoSeed seed, TimeProvider clock, Replication replication)
    {
        (this.seed, Clock, Replication) = (seed, clock, replication);
        seed.Fill(this);
    }

    public Lock Gate { get; } = new();
    public TimeProvider Clock { get; }
    public Replication Replication { get; }

    public Guid Id { get; } = Contoso.TenantId;
    public string DisplayName { get; } = "Contoso";

    /// <summary>Null: never synchronised with a directory on premises.</summary>
    public bool? OnPremisesSyncEnabled { get; set; }

    public bool PasswordHashSync { get; set; }
    public SecurityDefaults SecurityDefaults { get; set; } = new();
    public AppManagementPolicy AppManagement { get; set; } = new();

    public Dictionary<string, Domain> Domains { get; } = new(StringComparer.OrdinalIgnoreCase);
    public Dictionary<Guid, User> Users { get; } = [];
    public Dictionary<Guid, SignInState> SignInStates { get; } = [];
    public Dictionary<Guid, Group> Groups { get; } = [];
    public Dictionary<string, RoleAssignment> RoleAssignments { get; } = [];

    /// <summary>Roles that a principal may activate in Privileged Identity Management, and holds only then.</summary>
    public Dictionary<string, RoleAssignment> RoleEligibilities { get; } = [];

    public Dictionary<Guid, Application> Applications { get; } = [];
    public Dictionary<Guid, Application> DeletedApplications { get; } = [];
    public Dictionary<Guid, ServicePrincipal> ServicePrincipals { get; } = [];
    public Dictionary<string, AppRoleAssignment> AppRoleAssignments { get; } = [];
    public Dictionary<string, Grant> Grants { get; } = [];
    public Dictionary<Guid, HomeRealmDiscoveryPolicy> HomeRealmDiscoveryPolicies { get; } = [];
    public Dictionary<string, ConditionalAccessPolicy> ConditionalAccess { get; } = [];

    /// <summary>Whether the tenant has Entra ID P1: without it Graph shows neither sign-ins nor audits.</summary>
    public bool Premium { get; set; } = true;

    /// <summary>Oldest first.</summary>
    public List<DirectoryAudit> DirectoryAudits { get; } = [];

    /// <summary>Oldest first.</summary>
    public List<SignIn> SignIns { get; } = [];

    /// <summary>Hosts of the Dynamics organisations that belong to this tenant.</summary>
    public HashSet<string> OrganizationHosts { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Application? FindApplication(Guid appId) => Applications.Values.FirstOrDefault(app => app.AppId == appId);

    public ServicePrincipal? FindServicePrincipal(Guid appId) => ServicePrincipals.Values.FirstOrDefault(principal => principal.AppId == appId);

    public User? FindUser(string idOrUserPrincipalName) =>
        Guid.TryParse(idOrUserPrincipalName, out var id) ? Users.GetValueOrDefault(id)
        : Users.Values.FirstOrDefault(user => user.UserPrincipalName.Equals(idOrUserPrincipalName, StringComparison.OrdinalIgnoreCase));

    /// <summary>Groups that contain the object, directly or through other groups.</summary>
    public IReadOnlySet<Guid> GroupsOf(Guid objectId)
    {
        var found = new HashSet<Guid>();
        var open = new Queue<Guid>([objectId]);
        while (open.TryDequeue(out var member))
        {
            foreach (var group in Groups.Values.Where(group => group.Members.Contains(member) && found.Add(group.Id)))
                open.Enqueue(group.Id);
        }

        return found;
    }

    /// <summary>Keeps the value only as a hash: like Entra, the tenant can compare a secret but never show it again.</summary>
    public void Remember(Guid keyId, string secret) => secretHashes[keyId] = Hash(secret);

    public bool Matches(Guid keyId, string secret) =>
        secretHashes.TryGetValue(keyId, out var known) && CryptographicOperations.FixedTimeEquals(known, Hash(secret));

    public void Forget(Guid keyId) => secretHashes.Remove(keyId);

    public void Reset()
    {
        lock (Gate)
        {
            (SecurityDefaults, AppManagement) = (new(), new());
            Domains.Clear();
            Users.Clear();
            SignInStates.Clear();
            Groups.Clear();
            RoleAssignments.Clear();
            RoleEligibilities.Clear();
            Applications.Clear();
            DeletedApplications.Clear();
            ServicePrincipals.Clear();
            AppRoleAssignments.Clear();
            Grants.Clear();
            HomeRealmDiscoveryPolicies.Clear();
            ConditionalAccess.Clear();
            SignIns.Clear();
            DirectoryAudits.Clear();
            Premium = true;
            OrganizationHosts.Clear();
            secretHashes.Clear();
            Replication.Reset();
            seed.Fill(this);
        }
    }

    /// <summary>Looks or changes under the gate.</summary>
    public T Locked<T>(Func<T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        lock (Gate)
        {
            return work();
        }
    }

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
