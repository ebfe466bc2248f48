using System.Text.Json.Nodes;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Sandbox.Graph;

/// <summary>What an application may look like.</summary>
internal static class ApplicationRules
{
    public static readonly string[] ReadOnly =
        ["id", "appId", "deletedDateTime", "createdDateTime", "createdByAppId", "publisherDomain", "disabledByMicrosoftStatus", "applicationTemplateId"];

    private static readonly string[] Audiences = ["AzureADMyOrg", "AzureADMultipleOrgs", "AzureADandPersonalMicrosoftAccount", "PersonalMicrosoftAccount"];

    public static GraphProblem? Check(JsonObject written, Application app)
    {
        if (written.ContainsKey("passwordCredentials")) return GraphProblem.Bad("New password credentials must be generated with service actions.");
        if (app.DisplayName is null or "") return GraphProblem.Bad("Property 'displayName' is required and must not be empty.");
        if (app.DisplayName.Length > 256) return GraphProblem.Bad("Property 'displayName' is longer than 256 characters.");
        if (!Audiences.Contains(app.SignInAudience)) return GraphProblem.Bad("Invalid value specified for property 'signInAudience' of resource 'Application'.");
        return app.RequiredResourceAccess.SelectMany(wanted => wanted.ResourceAccess).Any(access => access.Type is not ("Scope" or "Role"))
            ? GraphProblem.Bad("Invalid value specified for property 'type' of resource 'ResourceAccess'.")
            : null;
    }
}
