using MarketoSetupBot.Sandbox.Entra;
using MarketoSetupBot.Sandbox.World;
using Microsoft.Net.Http.Headers;

namespace MarketoSetupBot.Sandbox.Dataverse;

/// <summary>
/// Who asks. A token of the tenant for this organisation, with <c>user_impersonation</c> for a person or an application user for an app;
/// and that user enabled in the organisation.
/// </summary>
internal sealed class DataverseCaller(TokenCheck tokens, Organization organization) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!Organization.AnswersTo(http.Request.Host.Host)) return Results.NotFound();
        if (http.Request.Headers.Authorization.Count == 0) return Challenge(http, "0x8004a10f", "RequestIsNotAuthenticated");
        var bearer = await tokens.ReadAsync(http.Request, audience => Uri.TryCreate(audience, UriKind.Absolute, out var uri) && Organization.AnswersTo(uri.Host));
        if (bearer is null) return Challenge(http, "0x8004a100", "InvalidAuthTicket");
        if (!bearer.IsApp && !bearer.Scopes.Contains(WellKnown.UserImpersonation)) return Challenge(http, "0x8004a100", "InvalidAuthTicket");

        var user = organization.State.Users.FirstOrDefault(user => bearer.IsApp ? user.ApplicationId == bearer.ClientAppId : user.ObjectId == bearer.ObjectId);
        if (user is null)
            return DataverseEndpoints.Refusal(new(StatusCodes.Status403Forbidden, "0x80072560", "The user is not a member of the organization."));
        if (user.IsDisabled)
            return DataverseEndpoints.Refusal(new(StatusCodes.Status403Forbidden, "0x80040225", $"The specified user(Id={user.Id}) is disabled."));
        http.Features.Set(user);
        return await next(context);
    }

    /// <summary>How a client that has no token learns where to get one.</summary>
    private IResult Challenge(HttpContext http, string code, string message)
    {
        http.Response.Headers[HeaderNames.WWWAuthenticate] =
            $"Bearer authorization_uri=https://{SandboxHosts.Login}/{organization.State.Tenant}/oauth2/authorize, resource_id=https://{Contoso.OrganizationHost}/";
        return DataverseEndpoints.Refusal(new(StatusCodes.Status401Unauthorized, code, message));
    }
}
