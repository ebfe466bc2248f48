using System.Text.Json.Nodes;

namespace MarketoSetupBot.Sandbox.Dataverse;

/// <summary>Settings > Marketo Config in Dynamics: one record, "Default", whose lookup "Marketo User" names the sync user.</summary>
internal static class MarketoConfig
{
    public const string LogicalName = "mkt_marketoconfig", Set = "mkt_marketoconfigs", Name = "mkt_name";
    /// <summary>The entity's own segment in a URL.</summary>
    public const string Address = $"EntityDefinitions(LogicalName='{LogicalName}')";
    private const string Lookup = "mkt_marketouser", LookupValue = "_mkt_marketouser_value";
    private static readonly Guid DefaultRecord = new("0b7f5a11-6a52-4a0e-9f0e-6f1f60a9d021");

    public static Table Rows(OrganizationState state) => new(Set, $"{LogicalName}id", [$"{LogicalName}id", Name, LookupValue, "statecode"],
    [
        new() { [$"{LogicalName}id"] = DefaultRecord, [Name] = "Default", [LookupValue] = state.ConfiguredUser, ["statecode"] = 0 },
    ]);

    /// <summary>The lookups of the entity, for a client that looks for "Marketo User" by its display name.</summary>
    public static Table Lookups { get; } = new("Attributes", "MetadataId", ["MetadataId", "LogicalName", "DisplayName", "Targets", "AttributeType"],
    [
        new()
        {
            ["MetadataId"] = "0b7f5a11-0000-4000-8000-0000000000a1",
            ["LogicalName"] = Lookup,
            ["DisplayName"] = Tables.Label("Marketo User"),
            ["Targets"] = new JsonArray("systemuser"),
            ["AttributeType"] = "Lookup",
        },
    ]);
}
