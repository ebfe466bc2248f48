// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

namespace AdaptiveCards;

/// <summary>What shows text, whole or in runs.</summary>
public interface IAdaptiveTextElement
{
    AdaptiveTextSize Size { get; set; }

    AdaptiveTextWeight Weight { get; set; }

    AdaptiveTextColor Color { get; set; }

    bool IsSubtle { get; set; }

    string Text { get; set; }

    AdaptiveFontType FontType { get; set; }
}
