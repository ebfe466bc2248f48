using System.Text.RegularExpressions;
using MarketoSetupBot.Sandbox.Entra;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Sandbox.Graph;

/// <summary>What every request to Graph passes before an endpoint sees it: its ids, its token, and the alternate way to write a key.</summary>
public sealed partial class GraphDoor(TokenCheck check, Tenant tenant)
{
    public async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        GraphStamp.Put(context, tenant.Clock);
        if (await check.ReadAsync(context.Request, audience => audience.TrimEnd('/') is "https://graph.microsoft.com" or "00000003-0000-0000-c000-000000000000") is not { } bearer)
        {
            await GraphProblem.InvalidToken.ExecuteAsync(context);
            return;
        }

        context.Features.Set(new GraphCaller(bearer, StillHeld(bearer)));
        context.Request.Path = AlternateKey().Replace(context.Request.Path.Value ?? "", "$1/$2");
        await next(context);
    }

    private HashSet<string> StillHeld(Bearer bearer)
    {
        lock (tenant.Gate)
        {
            return [.. bearer.Roles.Intersect(tenant.RolesOf(bearer.ObjectId, tenant.FindServicePrincipal(WellKnown.GraphAppId)!))];
        }
    }

    /// <summary><c>applications(appId='x')</c> becomes <c>applications/appId='x'</c>, which <see cref="ObjectKey"/> reads.</summary>
    [GeneratedRegex(@"^(/v1\.0/(?:applications|servicePrincipals|users|groups|domains))\(([^()]*)\)")]
    private static partial Regex AlternateKey();
}
