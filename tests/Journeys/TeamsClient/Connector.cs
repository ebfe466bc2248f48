using System.Text.Json.Nodes;
using MarketoSetupBot.Sandbox.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Journeys.TeamsClient;

/// <summary>The connector's REST calls that a bot makes, with the answers that Teams gives.</summary>
internal static class Connector
{
    public static void Map(WebApplication app, TeamsService teams)
    {
        var connector = app.MapGroup("/_connector/v3").AddEndpointFilter(async (context, next) =>
        {
            if (!teams.IsThrottled()) return await next(context);
            context.HttpContext.Response.Headers.RetryAfter = "1";
            return Results.Json(new { error = new { code = "TooManyRequests" } }, statusCode: 429);
        });
        connector.MapPost("/conversations/{id}/activities", (string id, JsonObject activity) => Post(teams, id, activity));
        connector.MapPost("/conversations/{id}/activities/{replyTo}", (string id, JsonObject activity) => Post(teams, id, activity));
        connector.MapPut("/conversations/{id}/activities/{message}", (string id, string message, JsonObject activity) => Put(teams, id, message, activity));
        connector.MapGet("/conversations/{id}/members", () => Members());
        connector.MapGet("/conversations/{id}/members/{member}", (string member) =>
            Contoso.People.FirstOrDefault(p => p.TeamsId == member) is { } person ? Results.Json(Member(person)) : NotFound("MemberNotFoundInConversation"));
        connector.MapGet("/conversations/{id}/pagedmembers", () => new JsonObject { ["members"] = Members(), ["totalCount"] = Contoso.People.Count });
        connector.MapGet("/teams/{id}", (string id) => new JsonObject { ["id"] = id, ["name"] = "Marketing Operations", ["aadGroupId"] = Contoso.TeamGroupId.ToString("D") });
        connector.MapGet("/teams/{id}/conversations", (string id) => new JsonObject
        {
            ["conversations"] = new JsonArray(new JsonObject { ["id"] = id }, new JsonObject { ["id"] = TeamsService.SyncChannel, ["name"] = "Marketo sync" }),
        });
    }

    private static IResult Post(TeamsService teams, string conversation, JsonObject activity)
    {
        teams.Traffic.Enqueue(activity.ToJsonString());
        var id = teams.NewId();
        var type = (string?)activity["type"];
        if (type is "typing") return Results.StatusCode(202);
        var attachments = activity["attachments"] is JsonArray { Count: var count } ? count : 0;
        if (type is not "message" || attachments > 1 || (attachments == 1 && !string.IsNullOrEmpty((string?)activity["text"])))
            return Results.Json(new { error = new { code = "BadSyntax", message = "This client wants one card or one text." } }, statusCode: 400);

        // A post to a whole channel begins a thread.
        var isChannel = conversation.EndsWith("@thread.tacv2", StringComparison.Ordinal);
        var chat = isChannel ? teams.Chat($"{conversation};messageid={id}", ChatKind.Channel) : teams.FindChat(conversation);
        if (chat is null) return NotFound("ConversationNotFound");
        chat.Posted(new TeamsMessage(id, activity));
        teams.Change();
        return Results.Json(new { id }, statusCode: 201);
    }

    private static IResult Put(TeamsService teams, string conversation, string message, JsonObject activity)
    {
        teams.Traffic.Enqueue(activity.ToJsonString());
        if (teams.FindChat(conversation)?.Messages.FirstOrDefault(m => m.Id == message) is not { } found) return NotFound("ActivityNotFoundInConversation");
        found.Update(activity);
        teams.Change();
        return Results.Json(new { id = message });
    }

    private static JsonArray Members() => [.. Contoso.People.Select(p => (JsonNode)Member(p))];

    private static JsonObject Member(Person person) => new()
    {
        ["id"] = person.TeamsId,
        ["name"] = person.Name,
        ["aadObjectId"] = person.ObjectId.ToString("D"),
        ["userPrincipalName"] = person.UserPrincipalName,
    };

    private static IResult NotFound(string code) => Results.Json(new { error = new { code, message = code } }, statusCode: 404);
}
