// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.ComponentModel;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>A question. Its <see cref="AdaptiveTypedElement.Id"/> is the key of the answer.</summary>
public abstract class AdaptiveInput : AdaptiveElement
{
    /// <summary>Gets or sets the question itself; placeholders are not read out.</summary>
    public string Label { get; set; }

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public bool IsRequired { get; set; }

    /// <summary>Gets or sets what the client says beside the field when the answer is missing or does not fit.</summary>
    public string ErrorMessage { get; set; }
}

/// <summary>A text.</summary>
public class AdaptiveTextInput : AdaptiveInput
{
    public const string TypeName = "Input.Text";

    public override string Type { get; set; } = TypeName;

    public string Placeholder { get; set; }

    public string Value { get; set; }

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveTextInputStyle Style { get; set; }

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public int MaxLength { get; set; }

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public bool IsMultiline { get; set; }

    public string Regex { get; set; }

    public AdaptiveAction InlineAction { get; set; }
}

/// <summary>A number; <see cref="double.NaN"/> says nothing.</summary>
public class AdaptiveNumberInput : AdaptiveInput
{
    public const string TypeName = "Input.Number";

    public override string Type { get; set; } = TypeName;

    public string Placeholder { get; set; }

    [DefaultValue(double.NaN)]
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public double Value { get; set; } = double.NaN;

    [DefaultValue(double.NaN)]
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public double Min { get; set; } = double.NaN;

    [DefaultValue(double.NaN)]
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public double Max { get; set; } = double.NaN;
}

/// <summary>A date, as yyyy-MM-dd.</summary>
public class AdaptiveDateInput : AdaptiveInput
{
    public const string TypeName = "Input.Date";

    public override string Type { get; set; } = TypeName;

    public string Placeholder { get; set; }

    public string Value { get; set; }

    public string Min { get; set; }

    public string Max { get; set; }
}

/// <summary>A time of day, as HH:mm.</summary>
public class AdaptiveTimeInput : AdaptiveInput
{
    public const string TypeName = "Input.Time";

    public override string Type { get; set; } = TypeName;

    public string Placeholder { get; set; }

    public string Value { get; set; }

    public string Min { get; set; }

    public string Max { get; set; }
}

/// <summary>Yes or no, answered by <see cref="ValueOn"/> or <see cref="ValueOff"/>.</summary>
public class AdaptiveToggleInput : AdaptiveInput
{
    public const string TypeName = "Input.Toggle";

    public override string Type { get; set; } = TypeName;

    public string Title { get; set; }

    public string Value { get; set; }

    [DefaultValue("true")]
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    public string ValueOn { get; set; } = "true";

    [DefaultValue("false")]
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    public string ValueOff { get; set; } = "false";

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public bool Wrap { get; set; }
}

/// <summary>One of several, or several of them, answered by their values with commas between.</summary>
public class AdaptiveChoiceSetInput : AdaptiveInput
{
    public const string TypeName = "Input.ChoiceSet";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveChoice> Choices { get; set; } = [];

    public string Value { get; set; }

    public string Placeholder { get; set; }

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveChoiceInputStyle Style { get; set; }

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public bool IsMultiSelect { get; set; }

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public bool Wrap { get; set; }
}

/// <summary>One choice.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class AdaptiveChoice
{
    public string Title { get; set; }

    public string Value { get; set; }
}
