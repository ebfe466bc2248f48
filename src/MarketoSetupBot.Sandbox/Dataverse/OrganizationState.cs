using System.Collections.Immutable;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Sandbox.Dataverse;

/// <summary>What is in the organisation at one moment.</summary>
public sealed record OrganizationState
{
    public const string SyncRoleName = "Marketo Sync User";
    public const string SolutionName = "Marketo Lead Management";

    public static readonly Guid OrganizationId = new("0b7f5a11-6a52-4a0e-9f0e-6f1f60a9d001");
    public static readonly Guid BusinessUnitId = new("0b7f5a11-6a52-4a0e-9f0e-6f1f60a9d002");
    public static readonly Guid SystemAdministrator = new("0b7f5a11-6a52-4a0e-9f0e-6f1f60a9d010");
    public static readonly Guid BasicUser = new("0b7f5a11-6a52-4a0e-9f0e-6f1f60a9d011");
    public static readonly Guid SyncRole = new("0b7f5a11-6a52-4a0e-9f0e-6f1f60a9d012");
    public static readonly Guid SetupReader = new("0b7f5a11-6a52-4a0e-9f0e-6f1f60a9d013");

    public required ImmutableArray<SystemUser> Users { get; init; }
    public required ImmutableArray<SecurityRole> Roles { get; init; }
    /// <summary>The Marketo solution; null when it is not installed, and then its steps and configuration are not there either.</summary>
    public Solution? Marketo { get; init; }
    public ImmutableArray<ProcessingStep> Steps { get; init; } = [];
    /// <summary>"Marketo User" on the Default record of Marketo Config.</summary>
    public Guid? ConfiguredUser { get; init; }
    /// <summary>The tenant that a caller without a token is sent to.</summary>
    public Guid Tenant { get; init; } = Contoso.TenantId;
    /// <summary>Names of privileges that the role "Marketo Sync User" does not give here.</summary>
    public ImmutableArray<string> MissingPrivileges { get; init; } = [];

    public SystemUser? User(Guid id) => Users.FirstOrDefault(user => user.Id == id);

    /// <exception cref="ArgumentException">No user of that name.</exception>
    public SystemUser User(string domainName) =>
        Users.FirstOrDefault(user => user.DomainName.Equals(domainName, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"There is no user '{domainName}' in the organisation.", nameof(domainName));

    public OrganizationState With(SystemUser user) => this with { Users = Users.Replace(Users.First(u => u.Id == user.Id), user) };

    /// <summary>An organisation in which everything is as Marketo wants it.</summary>
    public static OrganizationState Ready()
    {
        var sync = Someone(Contoso.SyncUser, 0x51, BasicUser, SyncRole) with { AccessMode = 4 };
        return new OrganizationState
        {
            Roles =
            [
                new(SystemAdministrator, "System Administrator"), new(BasicUser, "Basic User"),
                new(SyncRole, SyncRoleName), new(SetupReader, "Marketo Setup Reader"),
            ],
            Users =
            [
                .. Contoso.People.Select((person, index) => Someone(person, index + 1, index == 0 ? SystemAdministrator : BasicUser)),
                sync,
                Someone(Contoso.FederatedSyncUser, 0x52, BasicUser, SyncRole) with { AccessMode = 4 },
                TheBackend,
            ],
            Marketo = new(new("0b7f5a11-6a52-4a0e-9f0e-6f1f60a9d020"), "MarketoLeadManagement", SolutionName, "5.0.2.1"),
            Steps = [.. StepNames.Select((name, index) => new ProcessingStep(new Guid($"0b7f5a11-6a52-4a0e-9f0e-6f1f60a9d{index + 0x30:x3}"), name))],
            ConfiguredUser = sync.Id,
        };
    }

    // The real list is not published (domain reference, open question 2); these stand for it.
    private static readonly string[] StepNames =
        ["Marketo: Create of lead", "Marketo: Update of lead", "Marketo: Delete of lead", "Marketo: Update of contact", "Marketo: Merge of contact", "Marketo: Update of account"];

    /// <summary>The backend's own application user, with a role that only reads.</summary>
    internal static SystemUser TheBackend => new()
    {
        Id = new("0b7f5a11-6a52-4a0e-9f0e-6f1f60a9d1b8"),
        FullName = "Marketo Setup Bot",
        DomainName = "setup-bot@contoso.onmicrosoft.com",
        Email = "setup-bot@contoso.onmicrosoft.com",
        ApplicationId = Contoso.BackendAppId,
        AccessMode = 4,
        IsLicensed = false,
        Roles = [SetupReader],
    };

    private static SystemUser Someone(Person person, int number, params Guid[] roles) => new()
    {
        Id = new Guid($"0b7f5a11-6a52-4a0e-9f0e-6f1f60a9d{number + 0x100:x3}"),
        FullName = person.Name,
        DomainName = person.UserPrincipalName,
        Email = person.UserPrincipalName,
        ObjectId = person.ObjectId,
        Roles = roles,
    };
}
