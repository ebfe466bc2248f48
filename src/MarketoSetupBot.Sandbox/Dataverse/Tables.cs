using System.Text.Json.Nodes;

namespace MarketoSetupBot.Sandbox.Dataverse;

/// <summary>The entity sets that the validation reads, made from one state of the organisation.</summary>
/// <remarks>
/// The names of Marketo Config and its lookup are not published (domain reference, open question 2). The ones here are the sandbox's own, so
/// that a client has to find them by display name, as it must in the real thing.
/// </remarks>
internal static class Tables
{
    private const int PlugInStep = 92;

    public static Table? Find(OrganizationState state, string set) => set switch
    {
        "systemusers" => Users(state),
        "roles" => Roles(state.Roles),
        "solutions" => new(set, "solutionid", ["solutionid", "uniquename", "friendlyname", "version", "ismanaged", "installedon"], Solutions(state)),
        "solutioncomponents" => new(set, "solutioncomponentid", ["solutioncomponentid", "componenttype", "objectid", "_solutionid_value"], Components(state)),
        "sdkmessageprocessingsteps" => new(set, "sdkmessageprocessingstepid",
            ["sdkmessageprocessingstepid", "name", "statecode", "statuscode", "ismanaged", "solutionid"], Steps(state)),
        "usersettingscollection" => new(set, "systemuserid", ["systemuserid", "uilanguageid"],
            [.. state.Users.Select(user => new JsonObject { ["systemuserid"] = user.Id, ["uilanguageid"] = user.Language })]),
        "privileges" => Privileges.Known,
        "organizations" => new(set, "organizationid", ["organizationid", "languagecode"],
            [new JsonObject { ["organizationid"] = OrganizationState.OrganizationId, ["languagecode"] = 1033 }]),
        "EntityDefinitions" => new(set, "MetadataId", ["MetadataId", "LogicalName", "EntitySetName", "DisplayName", "PrimaryIdAttribute", "PrimaryNameAttribute"], Definitions(state)),
        MarketoConfig.Set when state.Marketo is not null => MarketoConfig.Rows(state),
        _ => null,
    };

    public static Table Users(OrganizationState state) => new("systemusers", "systemuserid",
        ["systemuserid", "fullname", "domainname", "internalemailaddress", "isdisabled", "accessmode", "islicensed", "azureactivedirectoryobjectid", "applicationid", "_businessunitid_value"],
        [.. state.Users.Select(user => new JsonObject
        {
            ["systemuserid"] = user.Id,
            ["fullname"] = user.FullName,
            ["domainname"] = user.DomainName,
            ["internalemailaddress"] = user.Email,
            ["isdisabled"] = user.IsDisabled,
            ["accessmode"] = user.AccessMode,
            ["islicensed"] = user.IsLicensed,
            ["azureactivedirectoryobjectid"] = user.ObjectId,
            ["applicationid"] = user.ApplicationId,
            ["_businessunitid_value"] = OrganizationState.BusinessUnitId,
        })]);

    public static Table Roles(IEnumerable<SecurityRole> roles) => new("roles", "roleid", ["roleid", "name", "_businessunitid_value"],
        [.. roles.Select(role => new JsonObject { ["roleid"] = role.Id, ["name"] = role.Name, ["_businessunitid_value"] = OrganizationState.BusinessUnitId })]);

    private static JsonObject[] Solutions(OrganizationState state) =>
    [
        new() { ["solutionid"] = OrganizationState.OrganizationId, ["uniquename"] = "Default", ["friendlyname"] = "Default Solution", ["version"] = "1.0", ["ismanaged"] = false },
        .. state.Marketo is { } marketo
            ? new JsonObject[]
            {
                new()
                {
                    ["solutionid"] = marketo.Id, ["uniquename"] = marketo.UniqueName, ["friendlyname"] = marketo.FriendlyName,
                    ["version"] = marketo.Version, ["ismanaged"] = true, ["installedon"] = "2026-01-12T09:00:00Z",
                },
            }
            : [],
    ];

    private static JsonObject[] Components(OrganizationState state) => state.Marketo is not { } marketo
        ? []
        : [.. state.Steps.Select(step => new JsonObject
        {
            ["solutioncomponentid"] = step.Id, ["componenttype"] = PlugInStep, ["objectid"] = step.Id, ["_solutionid_value"] = marketo.Id,
        })];

    private static JsonObject[] Steps(OrganizationState state) => state.Marketo is not { } marketo
        ? []
        : [.. state.Steps.Select(step => new JsonObject
        {
            ["sdkmessageprocessingstepid"] = step.Id, ["name"] = step.Name, ["statecode"] = step.Enabled ? 0 : 1, ["statuscode"] = step.Enabled ? 1 : 2,
            ["ismanaged"] = true, ["solutionid"] = marketo.Id,
        })];

    private static JsonObject[] Definitions(OrganizationState state) =>
    [
        Definition("systemuser", "systemusers", "User", "fullname"),
        Definition("solution", "solutions", "Solution", "friendlyname"),
        .. state.Marketo is null ? Array.Empty<JsonObject>() : [Definition(MarketoConfig.LogicalName, MarketoConfig.Set, "Marketo Config", MarketoConfig.Name)],
    ];

    private static JsonObject Definition(string logicalName, string set, string displayName, string primaryName) => new()
    {
        ["MetadataId"] = $"0b7f5a11-0000-4000-8000-{logicalName.Length:x12}",
        ["LogicalName"] = logicalName,
        ["EntitySetName"] = set,
        ["DisplayName"] = Label(displayName),
        ["PrimaryIdAttribute"] = $"{logicalName}id",
        ["PrimaryNameAttribute"] = primaryName,
    };

    public static JsonObject Label(string text) => new()
    {
        ["LocalizedLabels"] = new JsonArray(new JsonObject { ["Label"] = text, ["LanguageCode"] = 1033 }),
        ["UserLocalizedLabel"] = new JsonObject { ["Label"] = text, ["LanguageCode"] = 1033 },
    };
}
