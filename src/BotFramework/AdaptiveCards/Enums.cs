// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A button of its own, or an entry of the overflow menu.</summary>
[JsonConverter(typeof(CardEnumConverter))]
public enum AdaptiveActionMode
{
    Primary,
    Secondary,
}

/// <summary>Whether pressing sends, and validates, the inputs.</summary>
[JsonConverter(typeof(CardEnumConverter))]
public enum AdaptiveAssociatedInputs
{
    Auto,
    None,
}

/// <summary>How choices are offered.</summary>
[JsonConverter(typeof(CardEnumConverter))]
public enum AdaptiveChoiceInputStyle
{
    Compact,
    Expanded,
    Filtered,
}

/// <summary>The background of a container.</summary>
[JsonConverter(typeof(CardEnumConverter))]
public enum AdaptiveContainerStyle
{
    Default,
    Emphasis,
    Good,
    Attention,
    Warning,
    Accent,
}

/// <summary>Proportional, or each character as wide as the next.</summary>
[JsonConverter(typeof(CardEnumConverter))]
public enum AdaptiveFontType
{
    Default,
    Monospace,
}

/// <summary>Where an element stands in its row.</summary>
[JsonConverter(typeof(CardEnumConverter))]
public enum AdaptiveHorizontalAlignment
{
    Left,
    Center,
    Right,
}

/// <summary>Where the content of a cell stands in its row.</summary>
[JsonConverter(typeof(CardEnumConverter))]
public enum AdaptiveHorizontalContentAlignment
{
    Left,
    Center,
    Right,
}

/// <summary>How a background fills what it is behind.</summary>
[JsonConverter(typeof(CardEnumConverter))]
public enum AdaptiveImageFillMode
{
    Cover,
    RepeatHorizontally,
    RepeatVertically,
    Repeat,
}

/// <summary>How large a picture is.</summary>
[JsonConverter(typeof(CardEnumConverter))]
public enum AdaptiveImageSize
{
    Auto,
    Stretch,
    Small,
    Medium,
    Large,
}

/// <summary>Square, or cut out as a circle.</summary>
[JsonConverter(typeof(CardEnumConverter))]
public enum AdaptiveImageStyle
{
    Default,
    Person,
}

/// <summary>The space before an element.</summary>
[JsonConverter(typeof(CardEnumConverter))]
public enum AdaptiveSpacing
{
    Default,
    None,
    Small,
    Medium,
    Large,
    ExtraLarge,
    Padding,
}

/// <summary>Whether a text is a heading; screen readers say so.</summary>
[JsonConverter(typeof(CardEnumConverter))]
public enum AdaptiveTextBlockStyle
{
    Default,
    Paragraph = Default,
    Heading = 1,
}

/// <summary>The colour of a text.</summary>
[JsonConverter(typeof(CardEnumConverter))]
public enum AdaptiveTextColor
{
    Default,
    Dark,
    Light,
    Accent,
    Good,
    Warning,
    Attention,
}

/// <summary>What kind of text is asked for. Password only hides it on the screen.</summary>
[JsonConverter(typeof(CardEnumConverter))]
public enum AdaptiveTextInputStyle
{
    Text,
    Tel,
    Url,
    Email,
    Password,
}

/// <summary>The size of a text.</summary>
[JsonConverter(typeof(CardEnumConverter))]
public enum AdaptiveTextSize
{
    Default,
    Small,
    Medium,
    Large,
    ExtraLarge,
}

/// <summary>The weight of a text.</summary>
[JsonConverter(typeof(CardEnumConverter))]
public enum AdaptiveTextWeight
{
    Default,
    Lighter,
    Bolder,
}

/// <summary>Where the content stands in its height.</summary>
[JsonConverter(typeof(CardEnumConverter))]
public enum AdaptiveVerticalContentAlignment
{
    Top,
    Center,
    Bottom,
}

[JsonConverter(typeof(CardEnumConverter))]
public enum AdaptiveVerticalAlignment
{
    Top,
    Center,
    Bottom,
}
