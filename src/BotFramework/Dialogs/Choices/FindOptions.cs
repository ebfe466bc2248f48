// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>How values are looked for in what was said.</summary>
public class FindValuesOptions
{
    /// <summary>Whether "quick fox" finds "the quick brown fox".</summary>
    [JsonProperty("allowPartialMatches")]
    public bool AllowPartialMatches { get; set; }

    [JsonProperty("locale")]
    public string Locale { get; set; }

    /// <summary>How many other words may stand between two words of a value; 2 unless set.</summary>
    [JsonProperty("maxTokenDistance")]
    public int? MaxTokenDistance { get; set; }

    [JsonProperty("tokenizer")]
    public TokenizerFunction Tokenizer { get; set; }
}

/// <summary>How choices are looked for in what was said.</summary>
public class FindChoicesOptions : FindValuesOptions
{
    /// <summary>Whether a choice's value is left out of the search.</summary>
    [JsonProperty("noValue")]
    public bool NoValue { get; set; }

    /// <summary>Whether a choice's button title is left out of the search.</summary>
    [JsonProperty("noAction")]
    public bool NoAction { get; set; }

    /// <summary>Whether "2" means the second choice.</summary>
    [JsonProperty("recognizeNumbers")]
    public bool RecognizeNumbers { get; set; } = true;

    /// <summary>Whether "the second one" means the second choice.</summary>
    [JsonProperty("recognizeOrdinals")]
    public bool RecognizeOrdinals { get; set; } = true;
}

/// <summary>A value that was found, or one to look for with its place among all.</summary>
public class FoundValue
{
    [JsonProperty("value")]
    public string Value { get; set; }

    [JsonProperty("index")]
    public int Index { get; set; }

    [JsonProperty("score")]
    public float Score { get; set; }
}

public class SortedValue
{
    [JsonProperty("value")]
    public string Value { get; set; }

    [JsonProperty("index")]
    public int Index { get; set; }
}

/// <summary>Something recognised, and where in the text it stands.</summary>
public class ModelResult<T>
{
    [JsonProperty("text")]
    public string Text { get; set; }

    [JsonProperty("start")]
    public int Start { get; set; }

    /// <summary>Inclusive.</summary>
    [JsonProperty("end")]
    public int End { get; set; }

    [JsonProperty("typeName")]
    public string TypeName { get; set; }

    [JsonProperty("resolution")]
    public T Resolution { get; set; }
}
