using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace MarketoSetupBot.Language;

/// <summary>The sentences of all files under <c>Sentences</c>, one file a topic. A key belongs to one topic only; a new file needs no registration.</summary>
internal static class Topics
{
    private const string Folder = "MarketoSetupBot.Language.Sentences.";
    private const string Suffix = ".resources";

    private static readonly ResourceManager[] Files =
        [.. typeof(Topics).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => new ResourceManager(name[..^Suffix.Length], typeof(Topics).Assembly))];

    private static readonly FrozenDictionary<string, ResourceManager> ByKey = Files
        .SelectMany(file => Read(file, CultureInfo.InvariantCulture).Select(sentence => (sentence.Key, file)))
        .ToFrozenDictionary(entry => entry.Key, entry => entry.file, StringComparer.Ordinal);

    public static string? Find(string key, CultureInfo culture) => ByKey.GetValueOrDefault(key)?.GetString(key, culture);

    /// <summary>Every key with its sentence as it stands in the files of that language, nothing borrowed from another.</summary>
    public static IEnumerable<KeyValuePair<string, string>> All(CultureInfo culture) => Files.SelectMany(file => Read(file, culture));

    private static IEnumerable<KeyValuePair<string, string>> Read(ResourceManager file, CultureInfo culture) =>
        file.GetResourceSet(culture, createIfNotExists: true, tryParents: false)?.Cast<System.Collections.DictionaryEntry>()
            .Select(entry => KeyValuePair.Create((string)entry.Key, (string)entry.Value!)) ?? [];
}
