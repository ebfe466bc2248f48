using System.Net;
using System.Text.Json.Nodes;

namespace Journeys.TeamsClient;

/// <summary>What the bot answered to a pressed button.</summary>
/// <param name="Http">Status of the HTTP response.</param>
/// <param name="Status">Of the body: 200, 401, 412.</param>
internal sealed record InvokeAnswer(HttpStatusCode Http, int Status, string Type, JsonNode? Value)
{
    /// <summary>The card that takes the place of the one that was pressed; null if there is none.</summary>
    public CardView? Card => Type == "application/vnd.microsoft.card.adaptive" && Value is JsonObject card ? new CardView(card) : null;

    /// <summary>The line shown under the card; null if there is none.</summary>
    public string? Line => Type == "application/vnd.microsoft.activity.message" ? (string?)Value : null;

    public bool AsksForSignIn => Type == "application/vnd.microsoft.activity.loginRequest";

    public static InvokeAnswer Read(HttpStatusCode http, string body)
    {
        var json = body.Length == 0 ? null : JsonNode.Parse(body) as JsonObject;
        return new InvokeAnswer(http, (int?)json?["statusCode"] ?? 0, (string?)json?["type"] ?? "", json?["value"]?.DeepClone());
    }
}
