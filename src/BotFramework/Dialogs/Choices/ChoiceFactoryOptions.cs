// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>How choices are joined into text.</summary>
public class ChoiceFactoryOptions
{
    public ChoiceFactoryOptions()
    {
    }

    public ChoiceFactoryOptions(string inlineSeparator, string inlineOr, string inlineOrMore, bool? includeNumbers)
    {
        InlineSeparator = inlineSeparator;
        InlineOr = inlineOr;
        InlineOrMore = inlineOrMore;
        IncludeNumbers = includeNumbers;
    }

    [JsonProperty("inlineSeparator")]
    public string InlineSeparator { get; set; }

    [JsonProperty("inlineOr")]
    public string InlineOr { get; set; }

    [JsonProperty("inlineOrMore")]
    public string InlineOrMore { get; set; }

    /// <summary>Whether "(1)" stands before an inline choice; a list without numbers has dots.</summary>
    [JsonProperty("includeNumbers")]
    public bool? IncludeNumbers { get; set; }
}
