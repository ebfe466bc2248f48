using System.Text;

namespace MarketoSetupBot.Language;

/// <summary>
/// Text that may stand where markdown is read. It comes only from our own sentences or through <see cref="Of"/>, which is
/// the one place where what people typed loses its power to format, to link, to mention or to call a card function.
/// </summary>
public readonly record struct Prose
{
    // Everything with which inline markdown, a Teams mention (<at>) or {{DATE()}} could begin.
    private const string Special = "\\`*_{}[]()<>~|#&";

    private readonly string? markdown;

    private Prose(string markdown) => this.markdown = markdown;

    public string Markdown => markdown ?? "";

    public static Prose Empty => default;

    /// <summary>What somebody typed or a directory holds, to be shown as it is.</summary>
    public static Prose Of(string raw)
    {
        var text = new StringBuilder(raw.Length + 8);
        foreach (var c in raw)
        {
            if (char.IsControl(c))
            {
                text.Append(' ');
                continue;
            }
            if (Special.Contains(c, StringComparison.Ordinal) || BeginsAList(c, text))
                text.Append('\\');
            text.Append(c);
        }
        return new Prose(text.ToString());
    }

    /// <summary>"- " and "1. " make a list, but only where a line begins.</summary>
    private static bool BeginsAList(char c, StringBuilder before) => c switch
    {
        '-' or '+' or '=' => before.Length == 0,
        '.' => before.Length > 0 && before.ToString().All(char.IsAsciiDigit),
        _ => false,
    };

    /// <summary>A link of ours. Only https; anything else is shown as words alone.</summary>
    public static Prose Link(string words, Uri target) => target.Scheme == Uri.UriSchemeHttps
        ? new($"[{Of(words)}]({target.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)})")
        : Of(words);

    public static Prose Join(string separator, IEnumerable<Prose> parts) => new(string.Join(separator, parts));

    public Prose Bold() => Markdown.Length == 0 ? this : new($"**{Markdown}**");

    /// <summary>One of our own sentences, markdown and all.</summary>
    internal static Prose Trusted(string markdown) => new(markdown);

    public override string ToString() => Markdown;
}
