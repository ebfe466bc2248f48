using AdaptiveCards;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards.Kit;

/// <summary>The few kinds of text a card has.</summary>
internal static class Text
{
    public static AdaptiveTextBlock Body(Prose prose) => new(prose.Markdown) { Wrap = true };

    public static AdaptiveTextBlock Small(Prose prose) => new(prose.Markdown) { Wrap = true, Size = AdaptiveTextSize.Small, IsSubtle = true, Spacing = AdaptiveSpacing.None };

    public static AdaptiveTextBlock Title(Prose prose) => new(prose.Markdown)
    {
        Wrap = true,
        Size = AdaptiveTextSize.Large,
        Weight = AdaptiveTextWeight.Bolder,
        Style = AdaptiveTextBlockStyle.Heading,
        Spacing = AdaptiveSpacing.None,
    };

    public static AdaptiveTextBlock Section(Prose prose) => new(prose.Markdown)
    {
        Wrap = true,
        Weight = AdaptiveTextWeight.Bolder,
        Style = AdaptiveTextBlockStyle.Heading,
        Spacing = AdaptiveSpacing.Medium,
    };

    public static AdaptiveTextBlock Coloured(Prose prose, Tone tone) => new(prose.Markdown) { Wrap = true, Color = tone.Colour(), Spacing = AdaptiveSpacing.None };

    public static AdaptiveTextBlock Code(Prose prose) => new(prose.Markdown)
    {
        Wrap = true,
        Size = AdaptiveTextSize.Small,
        FontType = AdaptiveFontType.Monospace,
        Spacing = AdaptiveSpacing.None,
    };
}
