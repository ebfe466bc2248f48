using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards;

/// <summary>A step that an administrator does by hand, in the portal's own English labels, and the button to say that it is done.</summary>
internal static class HandActCard
{
    private const int LongestAnswer = 255;

    public static AdaptiveCard For(RunView run, CultureInfo culture)
    {
        var words = Words.For(culture);
        var act = run.HandAct ?? throw new ArgumentException("A card about an act by hand shows one.", nameof(run));
        (string, string)[] values = [.. act.Values.Select(v => (v.Key, v.Value))];
        var name = "HandAct_" + act.Code;
        var sheet = new Sheet(words, Tone.Waiting, words.Say(name + "_Title", values)).Say(words.Say(name + "_Why", values));
        if (act.Permission is { } permission)
            sheet.Note(Tone.Neutral, words.Say("HandAct_Permission", ("permission", permission)));
        if (run.Current?.Says is { Code: not (PhraseCodes.WaitingForHandAct or PhraseCodes.WaitingForPortal or PhraseCodes.WaitingForOwner) } says)
            sheet.Note(Tone.Warning, words.Say(says));
        sheet.Numbered(words.SayEach(name + "_Steps", values));
        foreach (var (label, value) in act.Copy.OrderBy(c => c.Key, StringComparer.Ordinal))
            sheet.Copyable(words["HandAct_Label_" + label], value);
        if (act.Portal is { } portal)
            sheet.Say(Prose.Link(words[portal.Host.StartsWith("developer", StringComparison.Ordinal) ? "HandAct_OpenGraph" : "HandAct_Open"], portal));
        if (act.Asks is { } asks)
            sheet.Add(Answer(asks, words));
        if (act.Roles.Count > 0)
            sheet.Hint(words.Say("HandAct_Roles", ("roles", string.Join(',', act.Roles))));
        return sheet.Hint(words.Say("HandAct_Hint")).Footer(run, words).With(Buttons(run, act, words));
    }

    private static List<AdaptiveAction> Buttons(RunView run, HandActView act, Words words) =>
    [
        Press.Primary(words, Verbs.HandDone, Press.Of(run)),
        Press.Button(words, Verbs.Show, Press.Of(run), words["Button_Refresh"]).WithoutInputs(),
        // Whoever gave me the permission meanwhile need not make it by hand.
        .. act.Code is HandActs.MakeSecret ? (AdaptiveAction[])[Press.Button(words, Verbs.Collect, Press.Of(run)).WithoutInputs()] : [],
        Press.Button(words, Verbs.AskCancel, Press.Of(run)).WithoutInputs(),
    ];

    private static AdaptiveTextInput Answer(string asks, Words words) => new()
    {
        Id = Inputs.Answer,
        Label = words["HandAct_Answer_" + asks],
        MaxLength = LongestAnswer,
        IsRequired = true,
        ErrorMessage = words[$"HandAct_Answer_{asks}_Error"],
    };
}
