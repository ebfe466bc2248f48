using MarketoSetupBot.Backend.Access;
using MarketoSetupBot.Backend.Halt;
using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Steps;
using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using static MarketoSetupBot.Backend.Tests.World.PaperRuns;

namespace MarketoSetupBot.Backend.Tests.Runs;

/// <summary>What steps and notices say, and which state every step is left in.</summary>
public sealed class A_run_word_by_word
{
    private const StepKey Key = StepKey.Application;
    private static readonly PersonView Second = new("second", "Sam");

    [Fact]
    public void Begins_with_its_form_and_knows_the_steps_of_its_method()
    {
        Assert.Equal("2026-11-22T12:00:00.0000000Z", Run.Instant(Now));
        Assert.Equal((StepState.Running, Key), (Draft().Step(StepKey.Details).State, Draft().NextEntraStep!.Key));
        Assert.Contains(StepKey.Consent, Planning().StepsInOrder().Select(s => s.Key));

        var old = Planning();
        typeof(Run).GetProperty(nameof(Run.StepList))!.SetValue(old, null);
        Assert.Equal(old.Steps.Select(s => s.Key).Order(), old.StepsInOrder().Select(s => s.Key));
    }

    [Fact]
    public void Says_when_it_tries_again_to_the_minute()
    {
        var run = Started();
        run.Postpone(Key, TimeSpan.FromSeconds(59), Now);
        Assert.Equal(Phrase.Soon, run.Step(Key).Says!.Values!["until"]);
        run.Postpone(Key, TimeSpan.FromMinutes(1), Now);
        Assert.Equal(Run.Instant(Now.AddMinutes(1)), run.Step(Key).Says!.Values!["until"]);
    }

    [Fact]
    public void Counts_the_time_of_a_step_from_its_beginning_and_looks_again_after_a_second_at_the_soonest()
    {
        var run = Started();
        run.EndStep(Key, StepResult.Waiting(new Phrase("x"), Now.AddMinutes(2)), Now.AddMinutes(2), null);
        Assert.Equal((RunState.Applying, Now.AddMinutes(2).AddSeconds(1)), (run.State, run.DueAt));
        run.EndStep(Key, StepResult.Waiting(new Phrase("x"), Now.AddMinutes(3)), Now.AddMinutes(2), null);
        Assert.Equal(RunState.Applying, run.State);
        run.EndStep(Key, StepResult.Waiting(new Phrase("x"), Now.AddMinutes(3).AddTicks(1)), Now.AddMinutes(2), null);
        Assert.Equal((RunState.Failed, PhraseCodes.FailedTimedOut), (run.State, run.Step(Key).Says!.Code));
    }

    [Fact]
    public void Remembers_that_it_wrote_and_when_it_did_last()
    {
        var run = Started();
        Assert.True(run.WroteToEntra());
        foreach (var _ in (int[])[1, 2])
            run.EndStep(Key, StepResult.Waiting(new Phrase("x"), Now, wrote: true), Now, null);
        Assert.True(run.Step(Key).Wrote && run.WroteToEntra());
        run.EndStep(Key, StepResult.Succeeded(new Phrase("x"), true), Now, null);
        Assert.True(run.Step(Key).Wrote);
        run.EndStep(StepKey.ServicePrincipal, StepResult.Succeeded(new Phrase("x"), true), Now.AddMinutes(1), null);
        Assert.Equal(Now.AddMinutes(1), run.LastWroteAt);
        foreach (var key in (StepKey[])[StepKey.Permission, StepKey.SignIn, StepKey.Consent])
            run.EndStep(key, StepResult.Succeeded(new Phrase("x"), false), Now, null);
        Assert.Null(run.NextEntraStep);
        run.OfferSecret(Connection(), Week, Now);
        Assert.False(run.NothingChanged);

        Assert.False(Planned().WroteToEntra());
        var issued = Delivering(Connection(), wrote: false);
        typeof(Run).GetProperty(nameof(Run.Issued))!.SetValue(issued, 1);
        Assert.True(issued.WroteToEntra());
        var waiting = Started();
        waiting.EndStep(Key, StepResult.Waiting(new Phrase("x"), Now.AddSeconds(5)), Now, null);
        Assert.True(waiting.WroteToEntra());
    }

    [Fact]
    public void That_is_tried_again_is_approved_by_whoever_approved_it()
    {
        var run = Applying();
        run.Fail(StepKey.Approve, new Phrase("lost"), Now, "trace");
        Assert.Equal(Refusal.Stale, Applying().Retry(Now));
        Assert.Null(run.Retry(Now.AddDays(1)));
        Assert.Equal(
            (StepState.Succeeded, PhraseCodes.ApprovedBy, Approver.Name, Now.AddDays(1)),
            (run.Step(StepKey.Approve).State, run.Step(StepKey.Approve).Says!.Code, run.Step(StepKey.Approve).Says!.Values!["by"], run.DueAt));
    }

    [Fact]
    public void That_needs_a_hand_tells_its_requester_once_and_no_more_once_it_is_over()
    {
        var run = Started();
        Assert.Null(run.StepByHand);
        var (told, byHand) = (run.Notices.Count, StepResult.ByHand(new Phrase(PhraseCodes.WaitingForHandAct), new HandActView { Code = "act" }));
        run.EndStep(Key, byHand, Now, null);
        run.EndStep(Key, byHand, Now.AddMinutes(2), null);
        Assert.Equal(told + 1, run.Notices.Count);
        Told(run, ("requester", "Rita"), ("requesterId", "requester"), ("step", "Application"));

        run.ReportHandAct(Key, Editor, null, Now.AddMinutes(3));
        Assert.Equal("Ed", run.Step(Key).Says!.Values!["by"]);
        run.EndStep(Key, byHand, Now.AddMinutes(4), null);
        Assert.Equal(Run.Instant(Now.AddMinutes(4)), run.Step(Key).Says!.Values!["at"]);
        run.Cancel(Approver, Now);
        Assert.Null(run.StepByHand);
    }

    [Fact]
    public void Whose_secret_needs_a_hand_says_so_once_and_to_whom_it_goes()
    {
        var (run, secret) = (Delivering(Connection()), Guid.NewGuid());
        var told = run.Notices.Count;
        ClaimAs(run, secret);
        run.AskSecretByHand(secret, new HandActView { Code = "act", Permission = "p" }, Now);
        Told(run, ("requester", "Rita"), ("requesterId", "requester"), ("step", "Secret"));
        Assert.Equal((StepKey.Secret, "p"), (run.StepByHand!.Key, run.Step(StepKey.Secret).Says!.Values!["permission"]));
        run.Step(StepKey.Secret).Claim = new HandClaim(Editor, Now, null);
        run.MissSecret(null, Now.AddMinutes(1));
        Assert.Equal(Run.Instant(Now.AddMinutes(1)), run.Step(StepKey.Secret).Says!.Values!["at"]);

        ClaimAs(run, secret);
        Assert.Null(run.StepByHand);
        run.AskSecretByHand(secret, new HandActView { Code = "act" }, Now.AddHours(1));
        Assert.Equal((told + 1, Now, ""), (run.Notices.Count, run.Step(StepKey.Secret).HandActSince, run.Step(StepKey.Secret).Says!.Values!["permission"]));
        run.TakeSecretByHand(Secret(run), Now);
        Assert.Equal("Rex", run.Step(StepKey.Secret).Says!.Values!["recipient"]);

        var expired = Delivering(Connection());
        ClaimAs(expired, secret);
        expired.AskSecretByHand(secret, new HandActView { Code = "act" }, Now);
        Assert.True(expired.StopWaitingForSecret(Week, Now + Week + TimeSpan.FromTicks(1)));
        Assert.Null(expired.Step(StepKey.Secret).HandAct);
    }

    [Fact]
    public void Asked_for_a_secret_that_is_another_or_was_shown_too_long_ago_asks_nobody_or_asks_all_the_same()
    {
        var (run, secret) = (Delivering(Connection()), Guid.NewGuid());
        run.AskSecretByHand(secret, new HandActView { Code = "act" }, Now);
        Assert.Null(run.StepByHand);
        ClaimAs(run, secret);
        Assert.True(run.EndShowTime(Connection(), Week, Now + Run.ShowTime));
        run.AskSecretByHand(secret, new HandActView { Code = "act" }, Now + Run.ShowTime);
        Assert.Equal(StepKey.Secret, run.StepByHand!.Key);
        ClaimAs(run, secret);
        run.TakeBack(secret, new Phrase("why"), Week, Now);
        ClaimAs(run, secret);
        typeof(Run).GetProperty(nameof(Run.Delivery))!.SetValue(run, DeliveryState.Confirmed);
        run.AskSecretByHand(secret, new HandActView { Code = "other" }, Now);
        Assert.Equal((DeliveryState.Confirmed, "act"), (run.Delivery, run.Step(StepKey.Secret).HandAct!.Code));
    }

    [Fact]
    public void That_rests_offers_nothing()
    {
        var run = Delivering(Connection());
        run.Rest();
        Assert.Equal((Refusal.Stale, Refusal.Stale), (run.WhyNotCollect(Now), run.WhyNotHandOver(HandOverPart.Recipient, Now)));
    }

    [Fact]
    public void That_takes_another_way_is_planned_anew_with_the_steps_of_that_way()
    {
        var candidate = new AppCandidateView { ClientId = "c", Name = "n" };
        var run = Planned(Plan("role") with { Choices = [SignInChoice.CloudPasswords, SignInChoice.ServerToServer], Candidates = [candidate, candidate with { ClientId = "d" }] });
        Assert.Null(run.Choose(new ChooseRequest(SignInChoice.CloudPasswords), Second, Now));
        Assert.Equal((StepState.Running, StepState.Pending), (run.Step(StepKey.Plan).State, run.Step(StepKey.Approve).State));
        Assert.Equal([Editor.ObjectId, Second.ObjectId], run.EditorIds);
        run.TakePlan(Plan("role") with { Choices = [SignInChoice.ServerToServer], Candidates = [candidate, candidate with { ClientId = "d" }] }, drifted: false, Wait, Now);
        Assert.Null(run.Choose(new ChooseRequest(SignInChoice.TakeOver, "d"), Second, Now));
        run.TakePlan(Plan("role") with { Choices = [SignInChoice.ServerToServer] }, drifted: false, Wait, Now);
        Assert.Null(run.Choose(new ChooseRequest(SignInChoice.ServerToServer), Second, Now));
        Assert.False(run.Details!.CloudPasswords);
        Assert.Contains(StepKey.SwitchMethod, run.StepsInOrder().Select(s => s.Key));
        Assert.DoesNotContain(StepKey.Consent, run.StepsInOrder().Select(s => s.Key));
    }

    [Fact]
    public void Notes_an_accepted_risk_once_a_person_and_plan()
    {
        var run = Planned(Plan("role") with { MustAccept = ["one"], Risks = [new Phrase("one", ("user", "x"))] });
        run.ChangedAt = Now;
        run.HearOfHalt(new Phrase("other", ("by", Approver.Name)), Now);
        run.HearOfHalt(new Phrase("nobody's"), Now);
        foreach (var (by, at, count) in ((PersonView, DateTimeOffset, int)[])[(Approver, Now, 1), (Approver, Now, 1), (Second, Now, 2), (Approver, Now.AddHours(1), 2)])
        {
            run.NoteAccepted(by, at);
            Assert.Equal(count, run.Notices.Count(n => n.Says.Code == PhraseCodes.RiskAccepted));
        }
        run.ChangedAt = Now.AddHours(2);
        run.NoteAccepted(Approver, Now.AddHours(2));
        Told(run, ("by", "Ava"), ("domain", ""));
        Assert.Equal(3, run.Notices.Count(n => n.Says.Code == PhraseCodes.RiskAccepted));
    }

    [Fact]
    public void In_Marketo_says_who_did_what_and_keeps_red_checks_until_they_are_green()
    {
        var run = Guiding();
        Assert.Equal(StepState.Running, run.Step(StepKey.DisableSync).State);
        Assert.Equal(Refusal.Stale, run.ReportRedChecks([], Now));
        foreach (var act in (StepKey[])[StepKey.DisableSync, StepKey.EditCredentials, StepKey.Save])
            Assert.Null(run.FinishMarketoAct(act, Editor, TimeSpan.Zero, Now));
        Assert.Equal("Ed", run.Step(StepKey.Save).Says!.Values!["by"]);
        Assert.Null(run.ReportRedChecks([Enum.GetValues<MarketoCheck>()[0]], Now));
        run.BackFromMarketoAct(StepKey.ValidateSyncSetup, Now);
        run.FinishMarketoAct(StepKey.Save, Editor, TimeSpan.Zero, Now);
        Assert.Single(run.Red);
        run.FinishMarketoAct(StepKey.ValidateSyncSetup, Editor, TimeSpan.Zero, Now);
        Assert.Empty(run.Red);
    }

    [Fact]
    public void Tells_its_requester_when_Marketo_has_settled()
    {
        var run = Guiding(AuthenticationMethod.ServerToServer);
        foreach (var act in (StepKey[])[StepKey.DisableSync, StepKey.EditCredentials, StepKey.ValidateSyncSetup, StepKey.SwitchMethod])
            Assert.Null(run.FinishMarketoAct(act, Editor, TimeSpan.FromMinutes(15), Now));
        Assert.True(run.EndSettling(Now.AddMinutes(15)));
        Assert.Equal((StepState.Succeeded, PhraseCodes.MarketoSettled), (run.Step(StepKey.Settle).State, run.Step(StepKey.Settle).Says!.Code));
        Told(run, ("requester", "Rita"), ("requesterId", "requester"));
    }

    [Fact]
    public void Says_since_when_writes_are_halted()
    {
        var run = Started();
        run.WaitForLift(Key, new HaltOrder { Id = Guid.NewGuid(), At = Now.AddMinutes(-1), CalledBy = Approver }, Now);
        Assert.Equal(Run.Instant(Now.AddMinutes(-1)), run.Step(Key).Says!.Values!["since"]);
    }

    [Fact]
    public void That_changes_hands_names_both_and_forgets_what_was_said_of_its_votes()
    {
        var run = Planned();
        run.Approve(Approver, "hash", 3, Now);
        run.Approve(Second, "hash", 3, Now);
        Assert.True(run.HasApproved("approver") && run.HasApproved("second"));
        Assert.Null(run.HandOver(HandOverPart.Run, Second, Requester, Now));
        Assert.Equal(PhraseCodes.RunHandedOver, run.Notices[^1].Says.Code);
        Told(run, ("by", "Rita"), ("from", "Rita"), ("to", "Sam"), ("toId", "second"));
        Assert.Equal((StepState.Waiting, null), (run.Step(StepKey.Approve).State, run.Step(StepKey.Approve).Says));
        Assert.Equal([Editor.ObjectId, Requester.ObjectId], run.EditorIds);
        // Back and forth: whoever is on the asking side is so once.
        run.HandOver(HandOverPart.Run, Requester, Second, Now);
        run.HandOver(HandOverPart.Run, Second, Requester, Now);
        Assert.Equal([Editor.ObjectId, Requester.ObjectId, Second.ObjectId], run.EditorIds);

        Assert.Null(run.HandOver(HandOverPart.Recipient, Approver, Editor, Now));
        Assert.Equal(PhraseCodes.RecipientHandedOver, run.Notices[^1].Says.Code);
        Told(run, ("by", "Ed"), ("from", "Rex"), ("to", "Ava"), ("toId", "approver"));
        Assert.Equal(Act.HandOver, Planned(Plan() with { Blockers = [new Phrase("x")] }).ActToHandOver(HandOverPart.Recipient));
    }

    [Fact]
    public void Of_a_repair_ends_with_what_was_found_and_with_whether_it_wrote()
    {
        foreach (var wrote in (bool[])[true, false])
        {
            var run = Run.OpenRepair("permission", [StepKey.Permission], Guid.NewGuid(), PaperRuns.Details, Requester, Now);
            Assert.Equal((StepState.Running, "permission"), (run.Step(StepKey.Plan).State, run.Repair));
            run.TakePlan(Plan("role") with { Items = [new PlanItemView(StepKey.Permission, PlanEffect.Change, new Phrase("x"), [])] }, drifted: false, Wait, Now);
            run.Approve(Approver, "hash", 1, Now);
            run.Clear();
            Assert.Equal(StepKey.Permission, run.NextEntraStep!.Key);
            run.EndStep(StepKey.Permission, StepResult.Succeeded(new Phrase("x"), wrote), Now, null);
            Assert.Equal((StepKey.Recheck, StepState.Pending), (run.NextEntraStep!.Key, run.NextEntraStep.State));
            run.EndStep(StepKey.Recheck, StepResult.Succeeded(new Phrase("found"), false), Now, null);
            run.Finish(Now);
            Assert.Equal((RunState.Completed, !wrote, "found", false), (run.State, run.NothingChanged, run.Notices[^1].Says.Code, run.WroteToEntra()));
        }
    }

    [Fact]
    public void Of_an_undo_skips_what_its_plan_has_nothing_for_and_comes_back_to_it_when_another_plan_has()
    {
        var undo = Run.OpenUndo(Delivering(Connection()), Requester, Now);
        Assert.Equal(StepKey.RemoveSecrets, undo.NextEntraStep!.Key);
        undo.TakePlan(Removing(StepKey.RemoveSecrets, StepKey.RemoveConsent), drifted: false, Wait, Now);
        Assert.Equal(
            (StepState.Pending, StepState.Skipped, PhraseCodes.NothingToChange),
            (undo.Step(StepKey.RemoveSecrets).State, undo.Step(StepKey.RemoveApplication).State, undo.Step(StepKey.RemoveApplication).Says!.Code));
        undo.TakePlan(Removing(StepKey.RemoveApplication), drifted: true, Wait, Now);
        Assert.Equal((StepState.Skipped, StepState.Pending), (undo.Step(StepKey.RemoveSecrets).State, undo.Step(StepKey.RemoveApplication).State));

        undo.TakePlan(Plan("role") with { Items = [] }, drifted: true, Wait, Now);
        Assert.Equal(
            (RunState.Completed, StepState.Succeeded, PhraseCodes.NothingToChange),
            (undo.State, undo.Step(StepKey.Plan).State, undo.Step(StepKey.Plan).Says!.Code));
    }

    [Fact]
    public void That_failed_stretches_each_pause_otherwise()
    {
        var id = Guid.NewGuid();
        var stretched = Enumerable.Range(1, 500).Select(attempt => Jitter.For(id, attempt)).ToList();
        Assert.All(stretched, s => Assert.InRange(s, 1, 1.25));
        Assert.InRange(stretched.Average(), 1.1, 1.15);
        Assert.True(stretched.Distinct().Count() > 300);
    }

    private static PlanView Removing(params StepKey[] steps) => Plan("role") with { Items = [.. steps.Select(s => new PlanItemView(s, PlanEffect.Remove, new Phrase("x"), []))] };

    private static Run Started()
    {
        var run = Applying();
        run.Clear();
        run.StartStep(Key, Now);
        return run;
    }

    /// <summary>A secret of before is kept, and the first act in Marketo is next.</summary>
    private static Run Guiding(AuthenticationMethod method = AuthenticationMethod.PasswordGrant)
    {
        var (connection, run) = (Connection(), Draft());
        run.TakeDetails(PaperRuns.Details with { Method = method }, RunKind.Setup, connection.Id, Editor, Now);
        run.TakePlan(Plan("role"), drifted: false, Wait, Now);
        run.Approve(Approver, "hash", 1, Now);
        run.OfferSecret(connection, Week, Now);
        connection.Secrets.Add(Secret(run, Backend.Connections.SecretFate.Confirmed));
        Assert.Null(run.KeepSecret(connection, Now));
        return run;
    }

    /// <summary>As the one statement of the database sets it.</summary>
    private static void ClaimAs(Run run, Guid secret)
    {
        foreach (var (name, value) in new (string, object)[] { (nameof(Run.Delivery), DeliveryState.HandedOut), (nameof(Run.SecretId), secret), (nameof(Run.Issued), 1), (nameof(Run.HandedOutAt), Now) })
            typeof(Run).GetProperty(name)!.SetValue(run, value);
    }

    private static void Told(Run run, params (string Name, string Value)[] values)
        => Assert.Equal(values.OrderBy(v => v.Name, StringComparer.Ordinal), run.Notices[^1].Says.Values!.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => (v.Key, v.Value)));
}
