using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards;

/// <summary>What helps against each check that was reported red. Source: Adobe, "Fix Dynamics validation sync issues", in our words.</summary>
internal static class RemediesCard
{
    private const MarketoCheck SignIn = MarketoCheck.UsernameAndPasswordAreValid;

    public static AdaptiveCard For(RunView run, CultureInfo culture)
    {
        var words = Words.For(culture);
        var red = (run.Marketo?.Red ?? []).Order().ToList();
        var sheet = new Sheet(words, Tone.Working, words.Say("Remedies_Title"))
            .Say(words.Say(red.Count > 0 ? "Remedies_Text" : "Remedies_None"));
        // Marketo marks every check below a refused sign-in red, whatever its own state: remedies for those would be for nothing.
        var told = red.Contains(SignIn) ? red.TakeWhile(check => check <= SignIn).ToList() : red;
        foreach (var check in told)
        {
            sheet.Section($"✕ {(int)check}. {words["Marketo_" + check]}")
                .Hint(words.Say("MarketoMeaning_" + check))
                .Numbered(words.SayEach("MarketoRemedies_" + check, ("user", run.Details?.SyncUser ?? ""), ("clientId", run.Delivery?.ClientId ?? "")));
        }
        if (told.Count < red.Count)
            sheet.Note(Tone.Waiting, words.Say("Remedies_Below", ("checks", string.Join(", ", red.Skip(told.Count).Select(check => (int)check)))));
        List<AdaptiveAction> buttons =
        [
            Press.Primary(words, Verbs.MarketoReport, Press.Of(run).And(Inputs.RedChecks, ""), words["Button_AllGreen"]),
            Press.Button(words, Verbs.MarketoProblem, Press.Of(run), words["Button_StillRed"]),
        ];
        if (run.ConnectionId is { } connection && run.Kind is RunKind.Setup)
            buttons.Add(Press.Button(words, Verbs.Validate, Press.Of(run).And(ActionData.Connection, connection.ToString("D")), words["Button_CheckEntra"]));
        buttons.Add(Press.Secondary(words, Verbs.MarketoBack, Press.Of(run)));
        buttons.Add(Press.Secondary(words, Verbs.MarketoLater, Press.Of(run)));
        return sheet.Footer(run, words).With(buttons);
    }
}
