// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Something to choose.</summary>
public class Choice
{
    public Choice(string value = null) => Value = value;

    /// <summary>What is shown and what choosing it returns.</summary>
    [JsonProperty("value")]
    public string Value { get; set; }

    /// <summary>The button, where it is to be another than one that sends the value.</summary>
    [JsonProperty("action")]
    public CardAction Action { get; set; }

    /// <summary>Other words that mean it.</summary>
    [JsonProperty("synonyms")]
    public List<string> Synonyms { get; set; }
}

/// <summary>A choice that was recognised.</summary>
public class FoundChoice
{
    [JsonProperty("value")]
    public string Value { get; set; }

    /// <summary>Zero-based.</summary>
    [JsonProperty("index")]
    public int Index { get; set; }

    /// <summary>0 to 1; 1 is what was said word for word.</summary>
    [JsonProperty("score")]
    public float Score { get; set; }

    [JsonProperty("synonym")]
    public string Synonym { get; set; }
}

/// <summary>How a prompt shows choices.</summary>
public enum ListStyle
{
    /// <summary>Not at all; the prompt says them itself.</summary>
    None,

    /// <summary>As fits the channel and the number of choices.</summary>
    Auto,

    /// <summary>In the sentence.</summary>
    Inline,

    /// <summary>As a numbered list.</summary>
    List,

    /// <summary>As buttons that go away.</summary>
    SuggestedAction,

    /// <summary>As buttons on a card.</summary>
    HeroCard,
}
