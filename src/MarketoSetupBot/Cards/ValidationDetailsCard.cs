using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;
using Newtonsoft.Json.Linq;

namespace MarketoSetupBot.Cards;

/// <summary>One group of checks at a time, with evidence, meaning and remedy. For the person who asked alone: it may name what the team does not see.</summary>
internal static class ValidationDetailsCard
{
    /// <summary>Four checks with five steps each are about 14 KB; a card may have 20.</summary>
    private const int OnePage = 4;

    /// <param name="section">A <see cref="CheckGroup"/>, or <see cref="ActionData.MarketoSection"/>; anything else shows the first group with something to say.</param>
    /// <param name="page">From 0; beyond the last shows the last.</param>
    public static AdaptiveCard For(ValidationView validation, string? section, int page, CultureInfo culture)
    {
        var words = Words.For(culture);
        if (section == ActionData.MarketoSection && validation.Marketo.Count > 0)
            return Seven(validation, words);
        var group = Enum.TryParse<CheckGroup>(section, out var asked) && Enum.IsDefined(asked) ? asked : FirstOfInterest(validation);
        // What wants a look comes first: nobody turns pages to find what is broken.
        List<CheckView> checks = [.. validation.Checks.Where(c => CheckIds.GroupOf(c.Id) == group).OrderBy(c => ValidationSummaryCard.Rank(c.State))];
        var pages = Math.Max(1, (checks.Count + OnePage - 1) / OnePage);
        page = Math.Clamp(page, 0, pages - 1);

        var sheet = new Sheet(words, Worst(checks).Look(), Heading(words["CheckGroup_" + group], page, pages, words));
        Sections(sheet, validation, group.ToString(), words);
        List<AdaptiveAction> fixes = [];
        foreach (var check in checks.Skip(page * OnePage).Take(OnePage))
        {
            Show(sheet, check, words);
            if (check is { Repair: not null, State: CheckState.Failed or CheckState.Warning })
                fixes.Add(ValidationSummaryCard.Fix(validation, check, words));
        }
        if (checks.Any(c => c.DetailsWithheld))
            sheet.Hint(words.Say("Validation_Withheld"));

        List<AdaptiveAction> buttons = [];
        if (page + 1 < pages)
            buttons.Add(Press.Primary(words, Verbs.ValidationDetails, Carried(validation, group.ToString(), page + 1), words["Button_NextPage"]));
        buttons.AddRange(fixes.Take(2));
        if (checks.Any(c => c.Finding.Code is PhraseCodes.NotCheckedHashSync))
            buttons.AddRange([Said(Verbs.HashSyncIsOn, validation, words), Said(Verbs.HashSyncIsOff, validation, words)]);
        return Close(sheet, validation, buttons, words);
    }

    private static AdaptiveCard Seven(ValidationView validation, Words words)
    {
        var sheet = new Sheet(words, Tone.Working, words.Say("CheckGroup_Marketo"));
        Sections(sheet, validation, ActionData.MarketoSection, words);
        sheet.Hint(validation.Report is { } report
            ? words.Say("MarketoTicks_Reported", ("by", report.By.Name), ("at", Kinds.Iso(report.At)))
            : words.Say("MarketoTicks_None"));
        foreach (var reading in validation.Marketo)
        {
            List<Prose> below = [words.Say(reading.Red switch { true => "MarketoTick_Red", false => "MarketoTick_Green", _ => "MarketoTick_Unknown" })];
            if (reading.State is not CheckState.Passed && reading.Because.Count > 0)
                below.Add(words.Say("MarketoTick_Because", ("checks", reading.Because.Names(words))));
            if (reading.Verdict is not (MarketoVerdict.Unknown or MarketoVerdict.Agree))
                below.Add(reading.Contradiction(words));
            sheet.Line(reading.State.Look(), Prose.Of($"{(int)reading.Check}. {words["Marketo_" + reading.Check]}").Bold(), words["CheckState_" + reading.State], below);
        }
        return Close(sheet, validation, [Press.Primary(words, Verbs.MarketoTicks, ValidationSummaryCard.Of(validation))], words);
    }

    private static void Show(Sheet sheet, CheckView check, Words words)
    {
        List<Prose> about = [words.Say(check.Finding)];
        var code = check.Finding.Code;
        var steps = words.Has("Remedy_" + code) ? words.SayEach("Remedy_" + code, check.Values()) : [];
        if (check.State is not CheckState.Passed)
        {
            if (words.Has("Meaning_" + code))
                about.Add(Labelled(words["Label_Meaning"], words.Say("Meaning_" + code, check.Values()), words));
            if (steps.Count > 0)
                about.Add(Labelled(words["Label_Remedy"], steps.Count == 1 ? steps[0] : Prose.Empty, words));
        }
        var numbered = check.State is not CheckState.Passed && steps.Count > 1 ? steps.Select((s, n) => Prose.Join(" ", [Prose.Of($"{n + 1})"), s])) : [];
        about.AddRange(numbered);
        if (check.State is not CheckState.Passed && check.Roles.Count > 0)
            about.Add(words.Say("Validation_WhoCan", ("roles", string.Join(',', check.Roles))));
        about.AddRange(check.Details.Select(detail => Prose.Join(" ", [Prose.Of("·"), words.Say(detail)])));
        about.AddRange(check.Evidence.Select(e => words.Say("Validation_Evidence", ("says", words.Plain(e.Says)), ("source", e.Source), ("at", Kinds.Iso(e.At)))));
        if (check.Portal is { } portal)
            about.Add(Prose.Link(words["Link_Portal"], portal));
        sheet.Line(check.State.Look(), check.Name(words), words["CheckState_" + check.State], about);
    }

    /// <summary>The other groups, one press away.</summary>
    private static void Sections(Sheet sheet, ValidationView validation, string here, Words words)
    {
        var sections = Enum.GetNames<CheckGroup>().Append(ActionData.MarketoSection).Where(s => s != here && (s != ActionData.MarketoSection || validation.Marketo.Count > 0));
        var set = new AdaptiveActionSet { Spacing = AdaptiveSpacing.Small };
        set.Actions.AddRange(sections.Select(s => Press.Button(words, Verbs.ValidationDetails, Carried(validation, s, 0), Short(s, validation, words))));
        sheet.Add(set);
    }

    /// <summary>With how many want a look, so that nobody opens a group for nothing.</summary>
    private static string Short(string section, ValidationView validation, Words words)
    {
        var open = validation.Checks.Count(c => c.State is (CheckState.Failed or CheckState.Warning) && CheckIds.GroupOf(c.Id)?.ToString() == section);
        return open > 0 ? words.Plain("CheckGroup_Counted", ("group", words["CheckGroup_" + section]), ("count", $"{open}")) : words["CheckGroup_" + section];
    }

    private static AdaptiveCard Close(Sheet sheet, ValidationView validation, List<AdaptiveAction> buttons, Words words) => sheet
        .Footer(Prose.Of(validation.OrganisationHost), words.Say("Validation_At", ("at", Kinds.Iso(validation.At))), words.Say("Validation_OnlyYou"))
        .With([
            .. buttons,
            Press.Button(words, Verbs.ValidationShow, ValidationSummaryCard.Of(validation), words["Button_BackToSummary"]),
            Press.Button(words, Verbs.Validate, ValidationSummaryCard.Of(validation), words["Button_ValidateAgain"]),
        ]);

    /// <summary>In place of what we may not read, what an administrator saw.</summary>
    private static AdaptiveAction Said(string verb, ValidationView validation, Words words) =>
        Press.Button(words, verb, ValidationSummaryCard.Of(validation));

    private static Prose Labelled(string label, Prose text, Words words) =>
        Prose.Join(" ", [Prose.Of(words.Plain("Text_Label", ("label", label))).Bold(), text]);

    private static Prose Heading(string group, int page, int pages, Words words) =>
        pages == 1 ? Prose.Of(group) : words.Say("Validation_Page", ("group", group), ("n", $"{page + 1}"), ("m", $"{pages}"));

    private static JObject Carried(ValidationView validation, string section, int page) =>
        ValidationSummaryCard.Of(validation).And(ActionData.Section, section).And(ActionData.Page, $"{page}");

    private static CheckGroup FirstOfInterest(ValidationView validation) =>
        validation.Checks.Where(c => c.State is not CheckState.Passed).OrderByDescending(c => c.State is CheckState.Failed).ThenByDescending(c => c.State is CheckState.Warning)
            .Select(c => CheckIds.GroupOf(c.Id)).FirstOrDefault(g => g is not null) ?? CheckGroup.Application;

    private static CheckState Worst(List<CheckView> checks) =>
        checks.Any(c => c.State is CheckState.Failed) ? CheckState.Failed
        : checks.Any(c => c.State is CheckState.Warning) ? CheckState.Warning
        : checks.Any(c => c.State is CheckState.NotChecked) ? CheckState.NotChecked : CheckState.Passed;
}
