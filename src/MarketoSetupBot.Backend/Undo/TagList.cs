using System.Text.Json;

namespace MarketoSetupBot.Backend.Undo;

/// <summary>The tags of an application as text whose order means nothing, to compare and to write back.</summary>
internal static class TagList
{
    public static string Write(IEnumerable<string>? tags) => JsonSerializer.Serialize((tags ?? []).Order(StringComparer.Ordinal));

    public static List<string> Read(string text) => JsonSerializer.Deserialize<List<string>>(text)!;
}
