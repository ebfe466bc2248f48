using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Dataverse;

/// <summary>
/// The one place where the address of an organisation becomes something that is called. It comes from the connection alone and must be a host of
/// Dynamics 365 online, whatever a row of the database says.
/// </summary>
internal sealed record OrganisationHost
{
    private OrganisationHost(string origin) => Origin = origin;

    /// <summary>Scheme and host: also the resource of a token.</summary>
    public string Origin { get; }

    /// <returns>Null for anything but Dynamics 365 online.</returns>
    public static OrganisationHost? Of(Connection connection) =>
        DynamicsHosts.Read("https://" + connection.OrganisationHost) is { Url: { } url, Kind: RunKind.Setup } ? new OrganisationHost(url) : null;

    public Uri Api(string path) => new($"{Origin}/api/data/v9.2/{path}");

    /// <summary>The form of one record in the browser.</summary>
    public Uri Record(string table, Guid id) => new($"{Origin}/main.aspx?etn={table}&pagetype=entityrecord&id={id:D}");

    /// <summary>"Advanced Settings".</summary>
    public Uri Settings => new($"{Origin}/main.aspx?settingsonly=true");
}
