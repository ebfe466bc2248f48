namespace MarketoSetupBot.Sandbox.World;

/// <summary>The company that lives in the sandbox. Every identifier is fixed, so that configuration files, tests and the demo can name it.</summary>
public static class Contoso
{
    public static readonly Guid TenantId = new("7d1c9a52-4b0e-4f57-9a63-2c8e5b1f0a11");
    public static readonly Guid BotAppId = new("c0a8e6d4-5b1f-4f0e-8a37-9d2b64f7e021");
    public static readonly Guid BackendAppId = new("5f3e2d1c-8b7a-4c69-b5d4-a3f2e1d0c9b8");

    /// <summary>The Entra group behind the Teams team; all six people are members.</summary>
    public static readonly Guid TeamGroupId = new("9b2f4c6e-1a3d-4e5f-8c7b-6d9e0f1a2b3c");

    public const string InitialDomain = "contoso.onmicrosoft.com";
    public const string DefaultDomain = "contoso.com";
    public const string FederatedDomain = "corp.contoso.com";

    /// <summary>Host of the Dynamics organisation.</summary>
    public const string OrganizationHost = "contoso.crm.dynamics.com";

    public static readonly Person Alex = new("Alex Wilber", 1, "29:alex", "alex@contoso.com");
    public static readonly Person Megan = new("Megan Bowen", 2, "29:megan", "megan@contoso.com");
    public static readonly Person Adele = new("Adele Vance", 3, "29:adele", "adele@contoso.com");
    public static readonly Person Isaiah = new("Isaiah Langer", 4, "29:isaiah", "isaiah@contoso.com");
    public static readonly Person Patti = new("Patti Fernandez", 5, "29:patti", "patti@contoso.com");
    public static readonly Person Lynne = new("Lynne Robbins", 6, "29:lynne", "lynne@contoso.com");

    /// <summary>The six people who have Teams, in the order of their numbers.</summary>
    public static readonly IReadOnlyList<Person> People = [Alex, Megan, Adele, Isaiah, Patti, Lynne];

    /// <summary>The dedicated user that Marketo signs in as. Lives on the managed domain.</summary>
    public static readonly Person SyncUser = new("Marketo Sync", 0x51, null, "marketo.sync@contoso.onmicrosoft.com");

    /// <summary>The same duty on the federated domain, synchronised from a directory on premises: a password grant fails until home realm discovery lets Entra check its hash.</summary>
    public static readonly Person FederatedSyncUser = new("Marketo Sync (corp)", 0x52, null, "marketo.sync@corp.contoso.com");

    /// <summary>The scope of the backend that the bot's people consent to, and the roles that the two apps grant each other.</summary>
    public const string SetupActScope = "Setup.Act", SetupReadRole = "Setup.Read", EventsPushRole = "Events.Push";
}

/// <summary>A person of Contoso, as everything outside knows them.</summary>
public sealed record Person
{
    internal Person(string name, int number, string? teamsId, string userPrincipalName)
    {
        (Name, TeamsId, UserPrincipalName) = (name, teamsId, userPrincipalName);
        ObjectId = new Guid($"3a1f0b52-0000-4000-8000-{number:x12}");
    }

    public string Name { get; }
    public Guid ObjectId { get; }

    /// <summary>The id that Teams uses (<c>29:...</c>); null for an account without Teams.</summary>
    public string? TeamsId { get; }

    public string UserPrincipalName { get; }
}
