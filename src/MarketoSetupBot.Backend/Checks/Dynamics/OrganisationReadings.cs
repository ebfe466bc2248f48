using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Dataverse;
using MarketoSetupBot.Backend.Tenant;

namespace MarketoSetupBot.Backend.Checks.Dynamics;

/// <summary>What the checks of one validation read of the organisation, each thing once. Lives as long as that validation.</summary>
internal sealed class OrganisationReadings(OrganisationDoor door, OrganisationReads reads, OrganisationAddress addresses, Readings tenant)
{
    private readonly Dictionary<string, Task> begun = [];
    private readonly Lock gate = new();

    public Task<OrganisationAccess> AccessAsync(Connection connection, CancellationToken cancellationToken) =>
        Once("access", () => door.OpenAsync(connection, cancellationToken));

    /// <summary>Asked while the door is being opened: every second counts on a slow day.</summary>
    public Task<Address> AddressAsync(Connection connection, CancellationToken cancellationToken) =>
        Once("address", () => addresses.LookAsync(connection, cancellationToken));

    /// <summary>The row of the sync user: by its name, else by the Entra account of that name. Server to server: the application user of our app.</summary>
    public Task<SystemUserRow?> SyncUserAsync(Connection connection, CancellationToken cancellationToken) => Once("sync-user", async () =>
    {
        if (connection.IsServerToServer)
        {
            return Guid.TryParse(connection.ClientId, out var app)
                ? await reads.ApplicationUserAsync(await GrantedAsync(connection, cancellationToken), app, cancellationToken)
                : null;
        }
        if (connection.SyncUser is not { } name) return null;
        var users = await reads.UsersAsync(await GrantedAsync(connection, cancellationToken), name, await AccountAsync(name, cancellationToken), cancellationToken);
        return users.FirstOrDefault(u => string.Equals(u.UserName, name, StringComparison.OrdinalIgnoreCase)) ?? (users.Count > 0 ? users[0] : null);
    });

    public Task<SolutionRow?> SolutionAsync(Connection connection, CancellationToken cancellationToken) =>
        Once("solution", async () => await reads.SolutionAsync(await GrantedAsync(connection, cancellationToken), cancellationToken));

    public Task<ConfigTable?> ConfigTableAsync(Connection connection, CancellationToken cancellationToken) =>
        Once("config-table", async () => await reads.ConfigTableAsync(await GrantedAsync(connection, cancellationToken), cancellationToken));

    public Task<ConfigRow?> ConfigAsync(Connection connection, CancellationToken cancellationToken) => Once("config", async () =>
        await ConfigTableAsync(connection, cancellationToken) is { } table
            ? await reads.ConfigAsync(await GrantedAsync(connection, cancellationToken), table, cancellationToken)
            : null);

    /// <summary>Whom "Marketo Config" names. For checks that know it names somebody.</summary>
    public Task<SystemUserRow> ConfiguredUserAsync(Connection connection, CancellationToken cancellationToken) => Once("configured-user", async () =>
        await reads.UserAsync(await GrantedAsync(connection, cancellationToken), (await ConfigAsync(connection, cancellationToken))!.User!.Value, cancellationToken));

    /// <summary>For checks that rest on <see cref="AccessCheck"/>.</summary>
    public async Task<OrganisationAccess.Granted> GrantedAsync(Connection connection, CancellationToken cancellationToken) =>
        (OrganisationAccess.Granted)await AccessAsync(connection, cancellationToken);

    /// <summary>A help to find a renamed user; where Entra does not tell, the name alone must do.</summary>
    private async Task<Guid?> AccountAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return Guid.TryParse((await tenant.SyncUserAsync(name, cancellationToken))?.Id, out var id) ? id : null;
        }
        catch (TroubleException)
        {
            return null;
        }
    }

    private Task<T> Once<T>(string what, Func<Task<T>> read)
    {
        lock (gate)
        {
            if (begun.TryGetValue(what, out var already)) return (Task<T>)already;
            var reading = read();
            begun.Add(what, reading);
            return reading;
        }
    }
}
