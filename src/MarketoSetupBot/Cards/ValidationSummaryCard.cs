using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;
using Newtonsoft.Json.Linq;

namespace MarketoSetupBot.Cards;

/// <summary>A validation for the team: counts, what changed, what to do first. Grows while it runs.</summary>
internal static class ValidationSummaryCard
{
    private const int Remedies = 3;

    private static readonly CheckState[] Order = [CheckState.Failed, CheckState.Warning, CheckState.NotChecked, CheckState.Passed];

    public static AdaptiveCard For(ValidationView validation, CultureInfo culture)
    {
        var words = Words.For(culture);
        var worst = validation.Checks.Count == 0 ? CheckState.NotChecked : Array.Find(Order, s => validation.Checks.Any(c => c.State == s));
        var sheet = new Sheet(words, validation.IsComplete ? worst.Look() : Tone.Working, words.Say(Title(validation, worst)));
        if (validation.Checks.Count > 0)
            sheet.Band(Order.Where(s => validation.Checks.Any(c => c.State == s))
                .Select(s => (s.Look(), $"{validation.Checks.Count(c => c.State == s)}", words["CheckState_" + s])));
        if (validation.IsAbandoned)
            sheet.Say(words.Say("Validation_Abandoned"));
        else if (!validation.IsComplete)
            sheet.Hint(words.Say("Validation_Progress", ("n", $"{validation.Checks.Count}"), ("m", $"{validation.Expected}")));

        Changes(sheet, validation, words);
        First(sheet, validation, words);
        foreach (var reading in validation.Marketo.Where(m => m.Verdict is MarketoVerdict.RedButGood or MarketoVerdict.GreenButBad))
            sheet.Note(Tone.Warning, reading.Contradiction(words));
        return sheet
            .Footer(Prose.Of(validation.OrganisationHost), words.Say("Validation_At", ("at", Kinds.Iso(validation.At))), By(validation, words))
            .With(Buttons(validation, words));
    }

    /// <summary>Broken first, good last.</summary>
    public static int Rank(CheckState state) => Array.IndexOf(Order, state);

    /// <summary>The button of a check that the bot can put right itself; its plan is approved like any other.</summary>
    public static AdaptiveAction Fix(ValidationView validation, CheckView check, Words words) =>
        Press.Button(words, Verbs.Fix, Of(validation).And(ActionData.Repair, check.Repair!), words.Plain("Button_FixCheck", ("check", CheckReading.Names([check.Id], words))));

    private static void Changes(Sheet sheet, ValidationView validation, Words words)
    {
        if (validation.Worse.Count > 0)
            sheet.Note(Tone.Bad, words.Say("Validation_Worse", ("checks", validation.Worse.Names(words))));
        if (validation.Better.Count > 0)
            sheet.Note(Tone.Good, words.Say("Validation_Better", ("checks", validation.Better.Names(words))));
    }

    private static void First(Sheet sheet, ValidationView validation, Words words)
    {
        // What rests on another check says nothing of its own.
        var first = validation.Checks.Where(c => c.State is not CheckState.Passed && c.Finding.Code != PhraseCodes.NotCheckedBecause)
            .OrderBy(c => Rank(c.State)).Take(Remedies).ToList();
        if (first.Count == 0)
            return;
        sheet.Section(words["Validation_First"]);
        foreach (var check in first)
        {
            var steps = words.Has("Remedy_" + check.Finding.Code) ? words.SayEach("Remedy_" + check.Finding.Code, check.Values()) : [];
            sheet.Line(check.State.Look(), check.Name(words), words["CheckState_" + check.State], [words.Say(check.Finding), .. InOneLine(steps)]);
        }
    }

    private static Prose[] InOneLine(IReadOnlyList<Prose> steps) =>
        steps.Count < 2 ? [.. steps] : [Prose.Join(" ", steps.SelectMany((step, n) => (Prose[])[Prose.Of($"{n + 1})"), step]))];

    private static Prose By(ValidationView validation, Words words) =>
        validation.By is { } by ? words.Say("Validation_By", ("by", by.Name)) : Prose.Empty;

    private static List<AdaptiveAction> Buttons(ValidationView validation, Words words)
    {
        if (!validation.IsComplete && !validation.IsAbandoned)
            return [Press.Button(words, Verbs.ValidationShow, Of(validation))];
        List<AdaptiveAction> buttons = [];
        if (validation.Checks.Count > 0)
            buttons.Add(Press.Primary(words, Verbs.ValidationDetails, Of(validation)));
        if (validation.Checks.FirstOrDefault(c => c is { Repair: not null, State: CheckState.Failed }) is { } broken)
            buttons.Add(Fix(validation, broken, words));
        buttons.Add(Press.Button(words, Verbs.Validate, Of(validation), words["Button_ValidateAgain"]));
        buttons.Add(Press.Secondary(words, Verbs.MarketoTicks, Of(validation)));
        return buttons;
    }

    /// <summary>What every button of a validation's card carries. None of it is trusted.</summary>
    public static JObject Of(ValidationView validation) => new()
    {
        [ActionData.Connection] = validation.ConnectionId.ToString("D"),
        [ActionData.Validation] = validation.Id.ToString("D"),
    };

    private static string Title(ValidationView validation, CheckState worst) => validation switch
    {
        { IsAbandoned: true } => "Validation_Title_Unknown",
        { IsComplete: false } => "Validation_Title_Working",
        _ => worst switch
        {
            CheckState.Passed => "Validation_Title_Good",
            CheckState.Warning => "Validation_Title_Warning",
            CheckState.Failed => "Validation_Title_Bad",
            _ => "Validation_Title_Unknown",
        },
    };
}
