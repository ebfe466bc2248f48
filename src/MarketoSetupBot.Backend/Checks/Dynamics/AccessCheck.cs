using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Dataverse;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks.Dynamics;

/// <summary>Whether the organisation lets itself be read, by the backend's application user or on behalf of whoever asks. Without that nothing is known, and nothing is broken.</summary>
internal sealed class AccessCheck(OrganisationReadings readings) : ICheck
{
    public string Id => CheckIds.DynamicsAccess;

    /// <summary>It rests on the address, but begins beside it: a token is good for that one host, so knocking there with it gives nothing away.</summary>
    public IReadOnlyList<string> DependsOn => [];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        var access = readings.AccessAsync(connection, cancellationToken);
        var address = await readings.AddressAsync(connection, cancellationToken);
        if (!address.Found || (address.Tenant is { } tenant && !string.Equals(tenant, connection.TenantId, StringComparison.OrdinalIgnoreCase)))
            return this.NotCheckedFor(CheckIds.DynamicsUrl);
        return await access switch
        {
            OrganisationAccess.Granted { AsApplication: true } => this.Passed(new Phrase(PhraseCodes.CheckDynamicsReadAsApplication)),
            OrganisationAccess.Granted => this.Passed(new Phrase(PhraseCodes.CheckDynamicsReadAsPerson)),
            OrganisationAccess.Denied(var why) => this.NotChecked(why, PowerPlatform.Environments).WhoCanHelp(),
            _ => throw new InvalidOperationException("Access is granted or denied."),
        };
    }
}
