using System.Text.Json;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Undo;

/// <summary>The declared permissions of an application as text whose order means nothing, to compare and to write back.</summary>
internal static class DeclaredPermissions
{
    private sealed record Declared(string Resource, string Id, string Type);

    public static string Write(IEnumerable<RequiredResourceAccess>? access) =>
        JsonSerializer.Serialize((access ?? [])
            .SelectMany(r => (r.ResourceAccess ?? []).Select(a => new Declared((r.ResourceAppId ?? "").ToLowerInvariant(), $"{a.Id:D}", a.Type ?? "")))
            .OrderBy(d => d.Resource, StringComparer.Ordinal).ThenBy(d => d.Id, StringComparer.Ordinal).ThenBy(d => d.Type, StringComparer.Ordinal));

    public static List<RequiredResourceAccess> Read(string text) =>
        [.. JsonSerializer.Deserialize<List<Declared>>(text)!.GroupBy(d => d.Resource).Select(resource => new RequiredResourceAccess
        {
            ResourceAppId = resource.Key,
            ResourceAccess = [.. resource.Select(d => new ResourceAccess { Id = Guid.Parse(d.Id), Type = d.Type })],
        })];
}
