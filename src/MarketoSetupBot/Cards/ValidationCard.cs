using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;
using Newtonsoft.Json.Linq;

namespace MarketoSetupBot.Cards;

/// <summary>What each check found, what that means and what to do.</summary>
internal static class ValidationCard
{
    private static readonly CheckState[] Order = [CheckState.Failed, CheckState.Warning, CheckState.NotChecked, CheckState.Passed];

    public static AdaptiveCard For(ValidationView validation, CultureInfo culture)
    {
        var words = Words.For(culture);
        var worst = Array.Find(Order, s => validation.Checks.Any(c => c.State == s));
        var sheet = new Sheet(words, Look(worst), words.Say(Title(worst)))
            .Band(Order.Where(s => validation.Checks.Any(c => c.State == s))
                .Select(s => (Look(s), $"{validation.Checks.Count(c => c.State == s)}", words["CheckState_" + s])));
        foreach (var check in validation.Checks)
        {
            sheet.Line(Look(check.State), Name(check, words), words["CheckState_" + check.State], [.. About(check, words)]);
            if (check.Repair is { } repair && check.State is not CheckState.Passed)
                sheet.Add(Fix(validation, repair, words));
        }
        return sheet
            .Footer(Prose.Of(validation.OrganisationHost), words.Say("Validation_At", ("at", Kinds.Iso(validation.At))))
            .With(Press.Button(words, Verbs.Validate, new JObject { [ActionData.Connection] = validation.ConnectionId.ToString("D") }, words["Button_ValidateAgain"]));
    }

    /// <summary>Shows a plan first; somebody approves it.</summary>
    private static AdaptiveActionSet Fix(ValidationView validation, string repair, Words words) => new()
    {
        Spacing = AdaptiveSpacing.Small,
        Actions =
        {
            Press.Button(words, Verbs.Fix, new JObject { [ActionData.Connection] = validation.ConnectionId.ToString("D"), [ActionData.Repair] = repair }),
        },
    };

    private static IEnumerable<Prose> About(CheckView check, Words words)
    {
        yield return words.Say(check.Finding);
        if (check.State is CheckState.Passed)
            yield break;
        foreach (var part in new[] { "Meaning", "Remedy" })
        {
            if (words.Has($"{part}_{check.Finding.Code}"))
                yield return Prose.Join(" ", [Prose.Of(words.Plain("Text_Label", ("label", words["Label_" + part]))).Bold(), words.Say($"{part}_{check.Finding.Code}")]);
        }
        if (check.Portal is { } portal)
            yield return Prose.Link(words["Link_Portal"], portal);
    }

    private static Prose Name(CheckView check, Words words) =>
        Prose.Of(words.Has($"Check_{check.Id}_Title") ? words[$"Check_{check.Id}_Title"] : check.Id).Bold();

    private static Tone Look(CheckState state) => state switch
    {
        CheckState.Passed => Tone.Good,
        CheckState.Warning => Tone.Warning,
        CheckState.Failed => Tone.Bad,
        _ => Tone.Neutral,
    };

    private static string Title(CheckState worst) => worst switch
    {
        CheckState.Passed => "Validation_Title_Good",
        CheckState.Warning => "Validation_Title_Warning",
        CheckState.Failed => "Validation_Title_Bad",
        _ => "Validation_Title_Unknown",
    };
}
