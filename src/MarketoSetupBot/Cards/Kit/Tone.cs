using AdaptiveCards;

namespace MarketoSetupBot.Cards.Kit;

/// <summary>What a card or a line feels like. Never shown by colour alone: each has a sign, and words stand beside it.</summary>
internal enum Tone
{
    Neutral,
    Working,
    Waiting,
    Good,
    Warning,
    Bad,
}

/// <summary>How tones look. The one place to change it.</summary>
internal static class ToneLook
{
    public static string Sign(this Tone tone) => tone switch
    {
        Tone.Working => "●",
        Tone.Waiting => "◐",
        Tone.Good => "✓",
        Tone.Warning => "!",
        Tone.Bad => "✕",
        _ => "○",
    };

    /// <summary>For words. Teams' green and yellow are too pale to be read as text, so there only the sign has them.</summary>
    public static AdaptiveTextColor WordColour(this Tone tone) =>
        tone is Tone.Good or Tone.Warning ? AdaptiveTextColor.Default : tone.Colour();

    public static AdaptiveTextColor Colour(this Tone tone) => tone switch
    {
        Tone.Working or Tone.Waiting => AdaptiveTextColor.Accent,
        Tone.Good => AdaptiveTextColor.Good,
        Tone.Warning => AdaptiveTextColor.Warning,
        Tone.Bad => AdaptiveTextColor.Attention,
        _ => AdaptiveTextColor.Default,
    };

    public static AdaptiveContainerStyle Surface(this Tone tone) => tone switch
    {
        Tone.Working or Tone.Waiting => AdaptiveContainerStyle.Accent,
        Tone.Good => AdaptiveContainerStyle.Good,
        Tone.Warning => AdaptiveContainerStyle.Warning,
        Tone.Bad => AdaptiveContainerStyle.Attention,
        _ => AdaptiveContainerStyle.Emphasis,
    };
}
