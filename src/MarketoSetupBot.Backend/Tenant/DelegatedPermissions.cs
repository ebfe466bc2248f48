namespace MarketoSetupBot.Backend.Tenant;

/// <summary>Permissions of Microsoft Graph that are used on behalf of a person, because Graph gives them to no application.</summary>
internal static class DelegatedPermissions
{
    /// <summary>Only a Global Administrator's token reads whether password hashes are synchronised.</summary>
    public const string OnPremisesSynchronization = "OnPremDirectorySynchronization.Read.All";
}
