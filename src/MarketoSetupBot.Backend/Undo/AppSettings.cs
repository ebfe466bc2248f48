using System.Text.Json;
using MarketoSetupBot.Backend.Tenant;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Undo;

/// <summary>Audience and public-client flag of an application as text, to compare and to write back.</summary>
internal static class AppSettings
{
    private sealed record Values(string? Audience, bool PublicClient);

    public static string Write(Application app) => JsonSerializer.Serialize(new Values(app.SignInAudience, app.IsPublicClient()));

    /// <summary>An application with nothing but these values, for a PATCH.</summary>
    public static Application Read(string text)
    {
        var values = JsonSerializer.Deserialize<Values>(text)!;
        return new Application { SignInAudience = values.Audience, IsFallbackPublicClient = values.PublicClient };
    }
}
