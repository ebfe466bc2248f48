using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards;

/// <summary>The answer to <c>set up</c>: shows what will happen; only Begin opens a run.</summary>
internal static class BeginCard
{
    /// <param name="here">The setups of this conversation; those that are open come first, because most people mean to go on.</param>
    public static AdaptiveCard For(IReadOnlyList<RunView> here, CultureInfo culture)
    {
        var words = Words.For(culture);
        var sheet = new Sheet(words, Tone.Working, words.Say("Begin_Title"));
        var open = here.Where(r => r is { IsOpen: true, Kind: RunKind.Setup or RunKind.MarketoActsOnly, State: not RunState.Draft }).ToList();
        if (open.Count > 0)
            sheet.Section(words["Begin_Open"]);
        foreach (var run in open)
            sheet.Run(run, words);
        if (open.Count > 0)
            sheet.Section(words["Begin_Another"]);
        return sheet
            .Say(words.Say("Begin_Text"))
            .Numbered([words.Say("How_1"), words.Say("How_2"), words.Say("How_3"), words.Say("How_4")])
            .Section(words["Begin_Need"])
            .Bullets([words.Say("Begin_Need_1"), words.Say("Begin_Need_2"), words.Say("Begin_Need_3"), words.Say("Begin_Need_4")])
            .With(Press.Primary(words, Verbs.Begin));
    }
}
