using System.Text.Json;

namespace MarketoSetupBot.Backend.Dataverse;

/// <summary>What the checks read of an organisation. Sources: domain reference 4.3; table and column names of Dataverse's Web API reference.</summary>
internal sealed class OrganisationReads(WebApi api)
{
    public const string SyncRole = "Marketo Sync User", Solution = "Marketo Lead Management", Config = "Marketo Config", ConfigUser = "Marketo User";

    /// <summary>Type of a solution component: "SDK Message Processing Step".</summary>
    private const int StepComponent = 92;

    private const string UserColumns = "systemuserid,domainname,internalemailaddress,isdisabled,accessmode,azureactivedirectoryobjectid";

    /// <summary>The user of that name and, should it have been renamed on one side, the one that belongs to that Entra account.</summary>
    public async Task<IReadOnlyList<SystemUserRow>> UsersAsync(OrganisationAccess.Granted access, string userName, Guid? objectId, CancellationToken cancellationToken)
    {
        var filter = $"domainname eq '{Quoted(userName)}'" + (objectId is { } id ? $" or azureactivedirectoryobjectid eq {id:D}" : "");
        return [.. (await RowsAsync(access, $"systemusers?$select={UserColumns}&$filter={Uri.EscapeDataString(filter)}", cancellationToken)).Select(User)];
    }

    /// <returns>Null: the app has no user there. An organisation keeps one for an app.</returns>
    public async Task<SystemUserRow?> ApplicationUserAsync(OrganisationAccess.Granted access, Guid clientId, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(access, $"systemusers?$select={UserColumns}&$filter={Uri.EscapeDataString($"applicationid eq {clientId:D}")}", cancellationToken);
        return rows.Count == 0 ? null : User(rows[0]);
    }

    public async Task<SystemUserRow> UserAsync(OrganisationAccess.Granted access, Guid id, CancellationToken cancellationToken) =>
        User(await api.ReadAsync(access.Host, access.Token, $"systemusers({id:D})?$select={UserColumns}", cancellationToken));

    /// <summary>Names of the roles that the user holds itself.</summary>
    public async Task<IReadOnlyList<string>> RolesAsync(OrganisationAccess.Granted access, Guid user, CancellationToken cancellationToken) =>
        [.. (await RowsAsync(access, $"systemusers({user:D})/systemuserroles_association?$select=name", cancellationToken)).Select(r => Text(r, "name"))];

    /// <returns>Name of a team through which the user holds that role; null when there is none.</returns>
    public async Task<string?> TeamWithRoleAsync(OrganisationAccess.Granted access, Guid user, string role, CancellationToken cancellationToken)
    {
        foreach (var team in await RowsAsync(access, $"systemusers({user:D})/teammembership_association?$select=teamid,name", cancellationToken))
        {
            var roles = await RowsAsync(access, $"teams({Id(team, "teamid"):D})/teamroles_association?$select=name", cancellationToken);
            if (roles.Any(r => Text(r, "name") == role)) return Text(team, "name");
        }
        return null;
    }

    /// <summary>By display name: the unique name is not published.</summary>
    public async Task<SolutionRow?> SolutionAsync(OrganisationAccess.Granted access, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(access, $"solutions?$select=solutionid,friendlyname,version&$filter={Uri.EscapeDataString($"friendlyname eq '{Solution}'")}", cancellationToken);
        return rows.Count == 0 ? null : new SolutionRow(Id(rows[0], "solutionid"), Text(rows[0], "friendlyname"), Text(rows[0], "version"));
    }

    public async Task<StepsRead> StepsAsync(OrganisationAccess.Granted access, Guid solution, CancellationToken cancellationToken)
    {
        var parts = RowsAsync(access, $"solutioncomponents?$select=objectid&$filter={Uri.EscapeDataString($"_solutionid_value eq {solution:D} and componenttype eq {StepComponent}")}", cancellationToken);
        var disabled = RowsAsync(access, $"sdkmessageprocessingsteps?$select=sdkmessageprocessingstepid,name&$filter={Uri.EscapeDataString("statecode eq 1")}", cancellationToken);
        await Task.WhenAll(parts, disabled);
        var ours = (await parts).Select(p => Id(p, "objectid")).ToHashSet();
        return new StepsRead(ours.Count, [.. (await disabled).Where(s => ours.Contains(Id(s, "sdkmessageprocessingstepid"))).Select(s => Text(s, "name")).Order(StringComparer.Ordinal)]);
    }

    /// <returns>Null: no table has that display name, or none of its lookups of users is called "Marketo User".</returns>
    public async Task<ConfigTable?> ConfigTableAsync(OrganisationAccess.Granted access, CancellationToken cancellationToken)
    {
        var tables = await RowsAsync(access, "EntityDefinitions?$select=LogicalName,EntitySetName,DisplayName,PrimaryIdAttribute,PrimaryNameAttribute", cancellationToken);
        if (tables.FirstOrDefault(t => Labelled(t, Config)) is not { ValueKind: JsonValueKind.Object } table) return null;
        var name = Text(table, "LogicalName");
        var lookups = await RowsAsync(access,
            $"EntityDefinitions(LogicalName='{Quoted(name)}')/Attributes/Microsoft.Dynamics.CRM.LookupAttributeMetadata?$select=LogicalName,DisplayName,Targets", cancellationToken);
        return lookups.FirstOrDefault(l => Labelled(l, ConfigUser)) is { ValueKind: JsonValueKind.Object } lookup
            ? new ConfigTable(name, Text(table, "EntitySetName"), Text(table, "PrimaryIdAttribute"), Text(table, "PrimaryNameAttribute"), $"_{Text(lookup, "LogicalName")}_value")
            : null;
    }

    /// <summary>The record "Default", or the only one there is.</summary>
    public async Task<ConfigRow?> ConfigAsync(OrganisationAccess.Granted access, ConfigTable table, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(access, $"{table.EntitySet}?$select={table.IdColumn},{table.NameColumn},{table.UserColumn}", cancellationToken);
        if (rows.Count == 0) return null;
        var row = rows.FirstOrDefault(r => Text(r, table.NameColumn) == "Default") is { ValueKind: JsonValueKind.Object } named ? named : rows[0];
        return new ConfigRow(Id(row, table.IdColumn), MaybeId(row, table.UserColumn));
    }

    /// <summary>Windows language code of the user's interface; the organisation's own where the user chose none.</summary>
    public async Task<int> LanguageAsync(OrganisationAccess.Granted access, Guid user, CancellationToken cancellationToken)
    {
        var settings = await api.ReadAsync(access.Host, access.Token, $"usersettingscollection({user:D})?$select=uilanguageid", cancellationToken);
        if (Number(settings, "uilanguageid") is var chosen and not 0) return chosen;
        var organisation = await RowsAsync(access, "organizations?$select=languagecode", cancellationToken);
        return organisation.Count > 0 ? Number(organisation[0], "languagecode") : 0;
    }

    /// <returns>Those of the named privileges that the user does not hold, neither by its own roles nor by a team's.</returns>
    public async Task<IReadOnlyList<string>> MissingPrivilegesAsync(
        OrganisationAccess.Granted access, Guid user, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var filter = string.Join(" or ", names.Select(n => $"name eq '{Quoted(n)}'"));
        var known = RowsAsync(access, $"privileges?$select=privilegeid,name&$filter={Uri.EscapeDataString(filter)}", cancellationToken);
        var holding = api.ReadAsync(access.Host, access.Token, $"systemusers({user:D})/Microsoft.Dynamics.CRM.RetrieveUserPrivileges()", cancellationToken);
        await Task.WhenAll(known, holding);
        var held = (await holding).TryGetProperty("RolePrivileges", out var list) ? list.EnumerateArray().Select(p => Id(p, "PrivilegeId")).ToHashSet() : [];
        var heldNames = (await known).Where(p => held.Contains(Id(p, "privilegeid"))).Select(p => Text(p, "name")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. names.Where(n => !heldNames.Contains(n))];
    }

    private Task<IReadOnlyList<JsonElement>> RowsAsync(OrganisationAccess.Granted access, string path, CancellationToken cancellationToken) =>
        api.RowsAsync(access.Host, access.Token, path, cancellationToken);

    private static SystemUserRow User(JsonElement row) => new(
        Id(row, "systemuserid"), Text(row, "domainname"), Text(row, "internalemailaddress"),
        row.TryGetProperty("isdisabled", out var disabled) && disabled.ValueKind is JsonValueKind.True,
        Number(row, "accessmode"), MaybeId(row, "azureactivedirectoryobjectid"));

    /// <summary>In whatever language the label was translated to, Adobe's English one stays among them.</summary>
    private static bool Labelled(JsonElement definition, string label) =>
        definition.TryGetProperty("DisplayName", out var name) && name.ValueKind is JsonValueKind.Object
        && name.TryGetProperty("LocalizedLabels", out var labels) && labels.ValueKind is JsonValueKind.Array
        && labels.EnumerateArray().Any(l => string.Equals(Text(l, "Label"), label, StringComparison.OrdinalIgnoreCase));

    private static string Text(JsonElement row, string column) =>
        row.TryGetProperty(column, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString()! : "";

    private static int Number(JsonElement row, string column) =>
        row.TryGetProperty(column, out var value) && value.ValueKind is JsonValueKind.Number ? value.GetInt32() : 0;

    private static Guid? MaybeId(JsonElement row, string column) => Guid.TryParse(Text(row, column), out var id) ? id : null;

    private static Guid Id(JsonElement row, string column) => MaybeId(row, column) ?? Guid.Empty;

    /// <summary>An apostrophe inside an OData string is doubled.</summary>
    private static string Quoted(string value) => value.Replace("'", "''", StringComparison.Ordinal);
}
