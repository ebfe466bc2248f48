using MarketoSetupBot.Backend.Checks;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tests.Tenant;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.Control;
using MarketoSetupBot.Sandbox.World;
using Directory = MarketoSetupBot.Sandbox.World.Tenant;

namespace MarketoSetupBot.Backend.Tests.Checks;

/// <summary>Contoso after a setup whose secret somebody has, and back to that before each test: making it anew would take a second each time.</summary>
public sealed class FinishedSetup : IAsyncLifetime
{
    private Action<Directory> restore = _ => { };
    private IssuedSecret issued = null!;

    public ContosoTenant Contoso { get; } = new();
    public SandboxControl Levers => Contoso.Levers;
    public Connection Connection => Contoso.Connection;
    public Guid ClientId => Guid.Parse(Connection.ClientId!);

    public async Task InitializeAsync()
    {
        await Contoso.InitializeAsync();
        await Contoso.ApplyAsync();
        await Contoso.HandOutAsync();
        issued = Connection.Secrets[0];
        Contoso.Change(t => restore = Remember(t));
    }

    public Task DisposeAsync() => Contoso.DisposeAsync();

    public void Restore()
    {
        Contoso.Change(restore);
        Contoso.Road.Repair();
        Connection.Secrets.Clear();
        Connection.Secrets.Add(issued);
        (Connection.SyncUser, Connection.HashSync) = (Sandbox.World.Contoso.SyncUser.UserPrincipalName, null);
    }

    public Task<IReadOnlyList<CheckView>> ValidateAsync(Person? asking = null) =>
        Contoso.Get<IValidation>().ValidateAsync(Connection, asking is null ? null : Contoso.TokenOf(asking), null, default);

    public async Task<CheckView> CheckAsync(string id, Person? asking = null) => (await ValidateAsync(asking)).Single(r => r.Id == id);

    private static Action<Directory> Remember(Directory tenant)
    {
        List<Action<Directory>> all =
        [
            Copy(tenant, t => t.Applications), Copy(tenant, t => t.ServicePrincipals), Copy(tenant, t => t.Grants), Copy(tenant, t => t.Users), Copy(tenant, t => t.Domains),
            Copy(tenant, t => t.AppRoleAssignments), Copy(tenant, t => t.RoleAssignments), Copy(tenant, t => t.Groups), Copy(tenant, t => t.ConditionalAccess),
            Copy(tenant, t => t.HomeRealmDiscoveryPolicies),
            t =>
            {
                (t.Premium, t.OnPremisesSyncEnabled, t.PasswordHashSync, t.SecurityDefaults, t.AppManagement) = (true, true, true, new(), new());
                t.SignIns.Clear();
                t.DirectoryAudits.Clear();
            },
        ];
        return t => all.ForEach(part => part(t));
    }

    private static Action<Directory> Copy<TKey, TValue>(Directory tenant, Func<Directory, Dictionary<TKey, TValue>> part)
        where TKey : notnull
    {
        var copy = part(tenant).ToList();
        return t =>
        {
            part(t).Clear();
            foreach (var (key, value) in copy) part(t).Add(key, value);
        };
    }
}
