using System.Text;

namespace MarketoSetupBot.Sandbox.Graph;

/// <summary>A word, a sign or a quoted text of a filter.</summary>
/// <param name="IsLiteral">Whether it was quoted.</param>
internal readonly record struct ODataToken(string Text, bool IsLiteral)
{
    public static readonly ODataToken End = new("", false);

    public bool IsNull => !IsLiteral && Text == "null";

    public static List<ODataToken> Read(string text)
    {
        var tokens = new List<ODataToken>();
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i])) i++;
            else if (text[i] == '\'') tokens.Add(Quoted(text, ref i));
            else if (text[i] is '(' or ')' or ',' or ':') tokens.Add(new(text[i++].ToString(), false));
            else tokens.Add(Word(text, ref i));
        }

        return tokens;
    }

    private static ODataToken Quoted(string text, ref int i)
    {
        var value = new StringBuilder();
        for (i++; i < text.Length; i++)
        {
            if (text[i] != '\'') value.Append(text[i]);
            else if (i + 1 < text.Length && text[i + 1] == '\'') value.Append(text[i++]);
            else return new ODataToken(value.ToString(), true).Step(ref i);
        }

        throw new FormatException("A quote is not closed.");
    }

    private ODataToken Step(ref int i)
    {
        i++;
        return this;
    }

    /// <summary>Instants contain colons, so a colon ends a word only behind a lambda's variable.</summary>
    private static ODataToken Word(string text, ref int i)
    {
        var start = i;
        while (i < text.Length && !char.IsWhiteSpace(text[i]) && text[i] is not ('(' or ')' or ',' or '\'') && !(text[i] == ':' && !char.IsAsciiDigit(text[i - 1]))) i++;
        return new(text[start..i], false);
    }
}
