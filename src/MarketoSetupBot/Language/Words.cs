using System.Globalization;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Language;

/// <summary>Every sentence a person reads, in one language. Chinese readers of any region get Simplified Chinese, everybody else English.</summary>
public sealed class Words
{
    private static readonly Words English = new(CultureInfo.GetCultureInfo("en"));
    private static readonly Words Chinese = new(CultureInfo.GetCultureInfo("zh-Hans"));

    private Words(CultureInfo culture) => Culture = culture;

    /// <summary>The language of the words: <c>en</c> or <c>zh-Hans</c>, whatever was asked for.</summary>
    public CultureInfo Culture { get; }

    public static Words For(CultureInfo culture) => culture.TwoLetterISOLanguageName == "zh" ? Chinese : English;

    /// <summary>Words for where no markdown is read: buttons, labels, choices, plain messages.</summary>
    /// <exception cref="KeyNotFoundException">No such words: a fault of ours.</exception>
    public string this[string key] => Plain(key);

    public bool Has(string key) => Find(key) is not null;

    /// <inheritdoc cref="this[string]"/>
    public string Plain(string key, params ReadOnlySpan<(string Name, string Value)> values) =>
        Sentence.Plain(Template(key), this, ToLookup(values));

    /// <inheritdoc cref="this[string]"/>
    public string Plain(Phrase phrase) => Sentence.Plain(Template(ref phrase), this, phrase.Values);

    /// <summary>Words for text that is read as markdown; the values are escaped.</summary>
    public Prose Say(string key, params ReadOnlySpan<(string Name, string Value)> values) =>
        Sentence.Prose(Template(key), this, ToLookup(values));

    /// <inheritdoc cref="Say(string, ReadOnlySpan{ValueTuple{string, string}})"/>
    public Prose Say(Phrase phrase) => Sentence.Prose(Template(ref phrase), this, phrase.Values);

    /// <summary>Words that are a list, one item a line in the resources.</summary>
    public IReadOnlyList<Prose> SayEach(string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var lookup = ToLookup(values);
        return [.. Template(key).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => Sentence.Prose(line, this, lookup))];
    }

    public Prose Date(DateTimeOffset instant) => Prose.Of(Kinds.Write("date", Kinds.Iso(instant), this));

    public Prose Moment(DateTimeOffset instant) => Prose.Of(Kinds.Write("moment", Kinds.Iso(instant), this));

    public Prose Days(int days) => Prose.Of(Kinds.Write("days", days.ToString(CultureInfo.InvariantCulture), this));

    private string Template(string key) => Find(key) ?? throw new KeyNotFoundException($"No words '{key}' in {Culture.Name}.");

    /// <summary>A backend that is newer than this bot may know codes that we have no words for: then we say at least that.</summary>
    private string Template(ref Phrase phrase)
    {
        if (Find("Phrase_" + phrase.Code) is { } template)
            return template;
        phrase = new Phrase(phrase.Code, ("code", phrase.Code));
        return Template("Phrase_unknown");
    }

    private string? Find(string key) => Topics.Find(key, Culture);

    private static Dictionary<string, string> ToLookup(ReadOnlySpan<(string Name, string Value)> values)
    {
        var lookup = new Dictionary<string, string>(values.Length, StringComparer.Ordinal);
        foreach (var (name, value) in values)
            lookup[name] = value;
        return lookup;
    }
}
