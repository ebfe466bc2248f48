using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Features;

namespace MarketoSetupBot.Sandbox.Dataverse;

/// <summary>Reads of the Dataverse Web API, <c>/api/data/v9.2/</c>, on the organisation's hosts.</summary>
internal static partial class DataverseEndpoints
{
    private const string Root = "/api/data/v9.2/";

    public static void MapDataverse(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/data").RequireHost("*.dynamics.com");
        api.AddEndpointFilter<DataverseCaller>();
        api.MapGet("v9.{minor:int}/{**path}", Answer);
        app.MapFallback(() => Results.NotFound()).RequireHost("*.dynamics.com");
    }

    private static IResult Answer(string? path, HttpContext http, Organization organization)
    {
        var caller = http.Features.GetRequiredFeature<SystemUser>();
        try
        {
            http.Response.Headers["OData-Version"] = "4.0";
            return Results.Json(Read(path ?? "", http.Request, organization.State, caller), contentType: "application/json; odata.metadata=minimal; charset=utf-8");
        }
        catch (ODataException refused)
        {
            return Refusal(refused);
        }
    }

    public static IResult Refusal(ODataException refused) =>
        Results.Json(new JsonObject { ["error"] = new JsonObject { ["code"] = refused.Code, ["message"] = refused.Message } }, statusCode: refused.Status);

    private static JsonObject Read(string path, HttpRequest request, OrganizationState state, SystemUser caller)
    {
        var context = $"https://{request.Host.Host}{Root}$metadata";
        var segments = path.Split('/');
        if (segments is ["WhoAmI" or "WhoAmI()"]) return WhoAmI(context, caller);
        // A user without any role may ask who they are, and nothing else.
        if (caller.Roles.Count == 0) throw ODataException.PrivilegeDenied(caller.Id.ToString());
        return segments switch
        {
            [var set, "systemuserroles_association"] when Address(set) is ("systemusers", var id) =>
                Tables.Roles(state.Roles.Where(role => User(state, id).Roles.Contains(role.Id))).Ask(request.Query, context),
            [var set, "teammembership_association"] when Address(set) is ("systemusers", var id) => Teams.Of(User(state, id)).Ask(request.Query, context),
            [var set, "teamroles_association"] when Address(set) is ("teams", var id) => Tables.Roles(Teams.RolesOf(state, Guid.Parse(id))).Ask(request.Query, context),
            [var set, "Microsoft.Dynamics.CRM.RetrieveUserPrivileges()"] when Address(set) is ("systemusers", var id) =>
                Privileges.Of(state, User(state, id), context),
            [MarketoConfig.Address, "Attributes", "Microsoft.Dynamics.CRM.LookupAttributeMetadata"] when state.Marketo is not null =>
                MarketoConfig.Lookups.Ask(request.Query, context),
            [var one] when Address(one) is var (set, id) => Table(state, set).Get(Guid.Parse(id), request.Query["$select"], context),
            [var set] => Table(state, set).Ask(request.Query, context),
            _ => throw ODataException.NoSuchThing(path),
        };
    }

    private static JsonObject WhoAmI(string context, SystemUser caller) => new()
    {
        ["@odata.context"] = $"{context}#Microsoft.Dynamics.CRM.WhoAmIResponse",
        ["BusinessUnitId"] = OrganizationState.BusinessUnitId,
        ["UserId"] = caller.Id,
        ["OrganizationId"] = OrganizationState.OrganizationId,
    };

    private static Table Table(OrganizationState state, string set) => Tables.Find(state, set) ?? throw ODataException.NoSuchThing(set);

    private static SystemUser User(OrganizationState state, string id) => state.User(Guid.Parse(id)) ?? throw ODataException.NoSuchRow("systemuser", id);

    /// <summary><c>systemusers({id})</c> taken apart.</summary>
    private static (string Set, string Id)? Address(string segment) =>
        Addressed().Match(segment) is { Success: true, Groups: var parts } ? (parts["set"].Value, parts["id"].Value) : null;

    [GeneratedRegex("^(?<set>[A-Za-z_]+)\\((?<id>[0-9A-Fa-f-]{36})\\)$")]
    private static partial Regex Addressed();
}
