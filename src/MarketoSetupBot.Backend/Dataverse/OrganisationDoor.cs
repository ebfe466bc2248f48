using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Dataverse;

/// <summary>
/// Opens an organisation for reading: as the backend's own application user where the organisation made one, else on behalf of the person who asks,
/// who then sees what they may see anyway. Holding a token proves nothing; only the organisation's answer to <c>WhoAmI</c> does.
/// </summary>
internal sealed class OrganisationDoor(WebApi api, AppTokens itself, PersonTokens person)
{
    /// <exception cref="TroubleException">Entra or the organisation does not answer.</exception>
    public async Task<OrganisationAccess> OpenAsync(Connection connection, CancellationToken cancellationToken)
    {
        if (OrganisationHost.Of(connection) is not { } host)
            return new OrganisationAccess.Denied(new Phrase(PhraseCodes.CheckDynamicsNotFound, ("host", connection.OrganisationHost)));
        var access = await AsItselfAsync(host, cancellationToken);
        return access is OrganisationAccess.Granted ? access : await OnBehalfOfAsync(host, cancellationToken) ?? access;
    }

    private async Task<OrganisationAccess> AsItselfAsync(OrganisationHost host, CancellationToken cancellationToken)
    {
        try
        {
            var token = await AskEntraAsync(() => itself.AcquireAsync(host.Origin, cancellationToken), cancellationToken);
            await api.ReadAsync(host, token, "WhoAmI", cancellationToken);
            return new OrganisationAccess.Granted(host, token, AsApplication: true);
        }
        catch (DataverseRefusedException e)
        {
            return new OrganisationAccess.Denied(new Phrase(e.IsDisabled ? PhraseCodes.NotCheckedDynamicsReaderDisabled : PhraseCodes.NotCheckedDynamicsNoReader));
        }
        catch (TroubleException e) when (e.Trouble.Kind is TroubleKind.Refused or TroubleKind.Absent)
        {
            return new OrganisationAccess.Denied(new Phrase(PhraseCodes.NotCheckedDynamicsNoReader));
        }
    }

    /// <returns>Null: nobody asks.</returns>
    private async Task<OrganisationAccess?> OnBehalfOfAsync(OrganisationHost host, CancellationToken cancellationToken)
    {
        try
        {
            if (await AskEntraAsync(() => person.AcquireAsync($"{host.Origin}/{DynamicsCrm.Scope}", cancellationToken), cancellationToken) is not { } token) return null;
            await api.ReadAsync(host, token, "WhoAmI", cancellationToken);
            return new OrganisationAccess.Granted(host, token, AsApplication: false);
        }
        catch (DataverseRefusedException)
        {
            return new OrganisationAccess.Denied(new Phrase(PhraseCodes.NotCheckedDynamicsPerson));
        }
        catch (TroubleException e) when (e.Trouble.Kind is TroubleKind.Refused or TroubleKind.Absent)
        {
            return new OrganisationAccess.Denied(new Phrase(PhraseCodes.NotCheckedDynamicsNoToken, ("code", e.Trouble.Code)));
        }
    }

    private static async Task<T> AskEntraAsync<T>(Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await ask();
        }
        catch (Exception e) when (Trouble.From(e, permission: "", cancellationToken) is { } trouble)
        {
            throw new TroubleException(trouble);
        }
    }
}
