using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Tests.Cards;

/// <summary>Every card in every state worth looking at, in every language.</summary>
internal static class Gallery
{
    public static readonly IReadOnlyList<string> Languages = ["en-US", "zh-CN"];

    private static readonly (string Name, Func<CultureInfo, AdaptiveCard> Make)[] Cards =
    [
        ("welcome", c => WelcomeCard.For(c)),
        ("welcome-among-others", c => WelcomeCard.For(c, amongOthers: true)),
        ("help", c => HelpCard.For(c)),
        ("help-unknown-word", c => HelpCard.For(c, unknownWord: true)),
        ("begin", c => BeginCard.For([], c)),
        ("begin-beside-open", c => BeginCard.For(Samples.Many, c)),
        ("details", c => DetailsCard.For(Samples.Form, c)),
        ("details-wrong", c => DetailsCard.For(Samples.WrongForm, c)),
        ("open-run", c => OpenRunCard.For(Guid.Parse("3b0f6a1e-0000-4000-8000-00000000a002"), Samples.Planned, c)),
        ("open-run-draft", c => OpenRunCard.For(Guid.Parse("3b0f6a1e-0000-4000-8000-00000000a002"), Samples.Draft, c)),
        ("planning", c => WorkingCard.For(Samples.Planning, c)),
        ("plan", c => PlanCard.For(Samples.Planned, c)),
        ("plan-asked", c => PlanCard.For(Governance.Asked, c)),
        ("plan-wrong-remark", c => PlanCard.For(Samples.Planned, c, Governance.Nasty, new Phrase(PhraseCodes.FieldTooLong, ("maximum", "500")))),
        ("plan-drifted", c => PlanCard.For(Samples.Drifted, c)),
        ("plan-blocked", c => PlanCard.For(Samples.Blocked, c)),
        ("plan-federated", c => PlanCard.For(Samples.Federated, c)),
        ("plan-cloud-passwords", c => PlanCard.For(Samples.CloudPasswordsPlanned, c)),
        ("plan-candidates", c => PlanCard.For(Samples.WithCandidates(chosen: false), c)),
        ("plan-take-over", c => PlanCard.For(Samples.WithCandidates(chosen: true), c)),
        .. Samples.HandActCodes.Select(code => ($"by-hand-{code}", Card(c => HandActCard.For(Samples.ByHand(code), c)))),
        ("by-hand-asks", c => HandActCard.For(Samples.ByHand(HandActs.RegisterApplication, HandAnswers.ClientId, new Phrase(PhraseCodes.ClientIdInvalid)), c)),
        ("by-hand-not-seen", c => HandActCard.For(Samples.ByHand(HandActs.GrantConsent, says: new Phrase(PhraseCodes.NotSeenYet, ("by", "Alex Wilber"), ("at", "2026-11-22T15:48:00Z"))), c)),
        .. Samples.ServerToServerActs.Select(act => ($"marketo-s2s-{act}", Card(c => MarketoActCard.For(Samples.GuidingServerToServer(act), c)))),
        ("applying", c => WorkingCard.For(Samples.Applying, c)),
        ("failed", c => FailedCard.For(Samples.Failed, c)),
        ("collect", c => CollectCard.For(Samples.Delivering(), c)),
        ("collect-after-refusal", c => CollectCard.For(Samples.NotMade, c)),
        ("collect-or-keep", c => CollectCard.For(Samples.Delivering(existing: true), c)),
        ("secret", c => SecretCard.For(Samples.Collected, c)),
        .. Enum.GetValues<DeliveryState>().Select(state => ($"receipt-{state}", Card(c => ReceiptCard.For(Samples.Delivering(state), c)))),
        ("receipt-by-hand", c => ReceiptCard.For(Samples.MadeByHand, c)),
        ("receipt-kept", c => ReceiptCard.For(Samples.Delivering(DeliveryState.Confirmed, existing: true, issued: 0), c)),
        .. Acts.Select(act => ($"marketo-{act}", Card(c => MarketoActCard.For(Samples.Guiding(act), c)))),
        ("marketo-red", c => MarketoActCard.For(Samples.Guiding(StepKey.ValidateSyncSetup, MarketoCheck.UsernameAndPasswordAreValid, MarketoCheck.SyncUserHasRole), c)),
        ("plan-undo", c => PlanCard.For(WorkSamples.UndoPlanned, c)),
        ("plan-repair", c => PlanCard.For(WorkSamples.RepairPlanned, c)),
        ("plan-repair-blocked", c => PlanCard.For(WorkSamples.RepairBlocked, c)),
        ("applying-undo", c => WorkingCard.For(WorkSamples.UndoApplying, c)),
        ("applying-repair", c => WorkingCard.For(WorkSamples.RepairApplying, c)),
        ("ask-cancel-wrote", c => AskCancelCard.For(Samples.Applying with { Wrote = true }, c)),
        ("ask-cancel-undo", c => AskCancelCard.For(WorkSamples.UndoPlanned, c)),
        ("done-undo", c => WorkDoneCard.For(WorkSamples.Undone, c)),
        ("done-undo-nothing", c => WorkDoneCard.For(WorkSamples.NothingUndone, c)),
        ("done-repair", c => WorkDoneCard.For(WorkSamples.Repaired, c)),
        ("ended-wrote", c => EndedCard.For(Samples.Cancelled with { Wrote = true }, c)),
        ("ended-undo", c => EndedCard.For(WorkSamples.UndoPlanned with { State = RunState.Cancelled, EndedBy = Samples.Megan }, c)),
        ("progress-undo", c => ProgressCard.For(WorkSamples.UndoApplying, c)),
        ("progress-undone", c => ProgressCard.For(WorkSamples.Undone, c)),
        ("progress-repaired", c => ProgressCard.For(WorkSamples.Repaired, c)),
        ("undo-list", c => UndoListCard.For([Samples.Completed with { Wrote = true }, Samples.Applying with { Wrote = true }, .. Samples.Many.Select(r => r with { Wrote = true })], c)),
        ("undo-list-none", c => UndoListCard.For(Samples.Many, c)),
        ("marketo-on-premises", c => MarketoActCard.For(Samples.GuidingOnPremises(StepKey.EditCredentials), c)),
        ("marketo-problem", c => MarketoProblemCard.For(Samples.Guiding(StepKey.ValidateSyncSetup), c)),
        ("marketo-problem-again", c => MarketoProblemCard.For(Samples.Guiding(StepKey.ValidateSyncSetup, MarketoCheck.StepsAreEnabled), c)),
        ("remedies", c => RemediesCard.For(Samples.Guiding(StepKey.ValidateSyncSetup, MarketoCheck.UsernameAndPasswordAreValid, MarketoCheck.SyncUserHasRole), c)),
        ("remedies-all", c => RemediesCard.For(Samples.Guiding(StepKey.ValidateSyncSetup, Enum.GetValues<MarketoCheck>()), c)),
        ("remedies-none", c => RemediesCard.For(Samples.Guiding(StepKey.ValidateSyncSetup), c)),
        ("later", c => LaterCard.For(Samples.Guiding(StepKey.Save), c)),
        ("closing", c => ClosingCard.For(Samples.Completed, c)),
        ("cancelled", c => EndedCard.For(Samples.Cancelled, c)),
        ("cancelled-in-marketo", c => EndedCard.For(Samples.CancelledInMarketo, c)),
        ("expired", c => EndedCard.For(Samples.Expired, c)),
        ("ask-cancel", c => AskCancelCard.For(Samples.Guiding(StepKey.Save), c)),
        ("hand-over", c => HandOverCard.For(Samples.Planned, Talks.People, c)),
        ("hand-over-secret", c => HandOverCard.For(Samples.Delivering(), Talks.People, c)),
        ("hand-over-run", c => HandOverCard.For(Samples.Applying, Talks.People, c)),
        ("hand-over-wrong", c => HandOverCard.For(Samples.Planned, Talks.People, c, Talks.Typed, new Phrase(PhraseCodes.PersonNotInTeam))),
        ("hand-over-nobody", c => HandOverCard.For(Samples.Planned, [Samples.Megan], c)),
        ("progress-talked-about", c => ProgressCard.For(Talks.TalkedAbout, c)),
        ("halt-open", c => HaltCard.For(null, c)),
        ("halt-stopped", c => HaltCard.For(Governance.Halt, c)),
        ("status-halted", c => StatusCard.For(Samples.Many, c, Governance.Halt)),
        ("audit-ask", AuditCard.Ask),
        ("audit", c => AuditCard.For(Governance.Audit, c)),
        ("status", c => StatusCard.For(Samples.Many, c)),
        ("status-none", c => StatusCard.For([], c)),
        ("choose", c => ChooseConnectionCard.For(Samples.Connections, c)),
        ("choose-none", c => ChooseConnectionCard.For([], c)),
        .. Enum.GetValues<CheckState>().Select(state => ($"validation-{state}", Card(c => ValidationSummaryCard.For(Samples.Validation(state), c)))),
        ("validation-begun", c => ValidationSummaryCard.For(Samples.Validation(CheckState.Warning) with { IsComplete = false, Expected = 38 }, c)),
        ("validation-abandoned", c => ValidationSummaryCard.For(Samples.Validation(CheckState.Warning) with { IsComplete = false, IsAbandoned = true }, c)),
        ("validation-of-the-night", c => ValidationSummaryCard.For(Samples.WholeValidation, c)),
        .. Enum.GetNames<CheckGroup>().SelectMany(group => Enumerable.Range(0, 3).Select(page =>
            ($"validation-details-{group}-{page}", Card(c => ValidationDetailsCard.For(Samples.WholeValidation, group, page, c))))),
        ("validation-details-first", c => ValidationDetailsCard.For(Samples.WholeValidation, null, 0, c)),
        ("validation-details-marketo", c => ValidationDetailsCard.For(Samples.WholeValidation, ActionData.MarketoSection, 0, c)),
        ("marketo-ticks", c => MarketoTicksCard.For(Samples.WholeValidation, c)),
        ("status-checked", c => StatusCard.For(Samples.Many, [Samples.WholeValidation], Samples.WholeValidation.At.AddHours(5), c)),
        .. Problems.Select(code => ($"problem-{code}", Card(c => ProblemCard.For(Samples.Problem(code), c)))),
        ("problem-no-roles", c => ProblemCard.For(Samples.Problem(ProblemCodes.NotAllowed) with { Values = null }, c)),
        ("problem-from-the-future", c => ProblemCard.For(Samples.Problem("brand-new"), c)),
        ("outdated", c => OutdatedCard.For(Samples.Planned, c)),
        ("outdated-over", c => OutdatedCard.For(Samples.Completed, c)),
        .. Runs.Select(run => ($"progress-{run.State}", Card(c => ProgressCard.For(run, c)))),
        ("progress-on-premises", c => ProgressCard.For(Samples.GuidingOnPremises(StepKey.Save), c)),
    ];

    public static IEnumerable<string> Names => from card in Cards from language in Languages select $"{card.Name}.{language}";

    public static AdaptiveCard Make(string name)
    {
        var language = name[(name.LastIndexOf('.') + 1)..];
        return Array.Find(Cards, c => c.Name == name[..^(language.Length + 1)]).Make(CultureInfo.GetCultureInfo(language));
    }

    private static IEnumerable<StepKey> Acts => Enum.GetValues<StepKey>().Where(s => s >= StepKey.DisableSync && s is not (StepKey.SwitchMethod or StepKey.Settle));

    private static IEnumerable<string> Problems =>
        typeof(ProblemCodes).GetFields().Where(f => f.IsLiteral && f.Name != nameof(ProblemCodes.TypePrefix)).Select(f => (string)f.GetRawConstantValue()!);

    private static RunView[] Runs =>
    [
        Samples.Draft, Samples.Planning, Samples.Blocked, Samples.Planned, Samples.Applying, Samples.Failed, Samples.Delivering(),
        Samples.Guiding(StepKey.ValidateSyncSetup, MarketoCheck.UrlIsValid), Samples.Completed, Samples.Cancelled, Samples.Expired,
    ];

    private static Func<CultureInfo, AdaptiveCard> Card(Func<CultureInfo, AdaptiveCard> make) => make;
}
