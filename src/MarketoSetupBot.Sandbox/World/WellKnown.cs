namespace MarketoSetupBot.Sandbox.World;

/// <summary>Identifiers that are the same in every Entra tenant.</summary>
public static class WellKnown
{
    public static readonly Guid GraphAppId = new("00000003-0000-0000-c000-000000000000");
    public static readonly Guid DynamicsAppId = new("00000007-0000-0000-c000-000000000000");
    public static readonly Guid DynamicsUserImpersonation = new("78ce3f0f-a1ce-49c2-8cde-64b5c0896db4");
    public const string UserImpersonation = "user_impersonation";

    /// <summary>The tenant that owns Microsoft's own applications.</summary>
    public static readonly Guid MicrosoftServicesTenant = new("f8cdef31-a31e-4b4a-93e4-5f571e91255a");

    /// <summary>Template ids of directory roles and their names.</summary>
    public static readonly IReadOnlyDictionary<Guid, string> DirectoryRoles = new Dictionary<Guid, string>
    {
        [new("62e90394-69f5-4237-9190-012177145e10")] = "Global Administrator",
        [new("e8611ab8-c189-46e8-94e1-60213ab1f814")] = "Privileged Role Administrator",
        [new("9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3")] = "Application Administrator",
        [new("158c047a-c907-4556-b7ef-446551a6b5f7")] = "Cloud Application Administrator",
        [new("cf1c38e5-3621-4004-a7cb-879624dced7c")] = "Application Developer",
        [new("8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2")] = "Hybrid Identity Administrator",
        [new("b1be1c3e-b65d-4f19-8427-f6fa0d97feb9")] = "Conditional Access Administrator",
        [new("5d6b6bb7-de71-4623-b4af-96380a352509")] = "Security Reader",
        [new("194ae4cb-b126-40b2-bd5b-6091b380977d")] = "Security Administrator",
        [new("4a5d8f65-41da-4de4-8968-e035b65339cf")] = "Reports Reader",
        [new("f2ef992c-3afb-46b9-b7cf-a126ee74c451")] = "Global Reader",
        [new("fe930be7-5e62-47db-91af-98c3a49a38b1")] = "User Administrator",
        [new("44367163-eba1-44c3-98af-f5787879f96a")] = "Dynamics 365 Administrator",
        [new("11648597-926c-4cf3-9c36-bcebb0ba8dcc")] = "Power Platform Administrator",
        [new("0526716b-113d-4c15-b2c8-68e3c22b9f80")] = "Authentication Policy Administrator",
    };

    /// <exception cref="ArgumentException">No such role.</exception>
    public static Guid DirectoryRole(string nameOrTemplateId) =>
        DirectoryRoles.FirstOrDefault(role => role.Value.Equals(nameOrTemplateId, StringComparison.OrdinalIgnoreCase)
            || Guid.TryParse(nameOrTemplateId, out var id) && role.Key == id) is { Value: not null } found
            ? found.Key
            : throw new ArgumentException($"There is no directory role '{nameOrTemplateId}'.", nameof(nameOrTemplateId));
}
