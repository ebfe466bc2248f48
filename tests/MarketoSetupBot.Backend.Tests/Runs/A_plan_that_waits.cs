using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using static MarketoSetupBot.Backend.Tests.World.PaperRuns;

namespace MarketoSetupBot.Backend.Tests.Runs;

/// <summary>The rules of a run between its details and its approval, one by one and without a backend.</summary>
public sealed class A_plan_that_waits
{
    private static readonly PersonView Second = new("second", "Sam");

    [Fact]
    public void Is_due_when_its_first_reminder_is_and_expires_at_its_end()
    {
        var run = Planned();
        Assert.Equal((RunState.Planned, Now.AddDays(3), Now.AddDays(3) - Wait.Timeout + Wait.Timeout * 0.33), (run.State, run.Plan!.ExpiresAt, run.DueAt));
        Assert.Equal((StepState.Succeeded, PhraseCodes.Done), (run.Step(StepKey.Plan).State, run.Step(StepKey.Plan).Says!.Code));
        Assert.Equal(StepState.Waiting, run.Step(StepKey.Approve).State);

        Assert.False(run.ExpireWhenOverdue(run.DueAt!.Value));
        Assert.True(run.RemindOfApproval(Wait, ["a", "b"], run.DueAt.Value));
        Assert.Equal((PhraseCodes.ApprovalReminder, "a,b"), (run.Notices[^1].Says.Code, run.Notices[^1].Says.Values![Phrase.Tells]));
        Assert.True(run.RemindOfApproval(Wait, [], run.DueAt.Value));
        Assert.Equal(PhraseCodes.ApprovalUrgent, run.Notices[^1].Says.Code);
        Assert.Equal(run.Plan.ExpiresAt, run.DueAt);

        Assert.False(run.RemindOfApproval(Wait, [], Now.AddDays(3)));
        Assert.False(run.ExpireWhenOverdue(Now.AddDays(3).AddTicks(-1)));
        Assert.True(run.ExpireWhenOverdue(Now.AddDays(3)));
        Assert.Equal((RunState.Expired, null), (run.State, run.DueAt));
        Assert.False(run.ExpireWhenOverdue(Now.AddDays(4)));
    }

    [Fact]
    public void Says_nothing_before_a_reminder_is_due()
    {
        var run = Planned();
        Assert.True(run.RemindOfApproval(Wait, [], Now.AddHours(1)));
        Assert.Empty(run.Notices);
        Assert.False(Draft().RemindOfApproval(Wait, [], Now));
    }

    [Fact]
    public void Is_approved_for_its_hash_while_it_waits_and_once_a_person()
    {
        var run = Planned();
        Assert.Equal(409, run.Approve(Approver, "another", 2, Now)!.Status);
        Assert.Equal(ProblemCodes.PlanChanged, run.Approve(Approver, "HASH", 2, Now)!.Code);
        Assert.Equal(Refusal.Stale, run.Approve(Approver, "hash", 2, Now.AddDays(3)));
        Assert.Equal(Refusal.Stale, Draft().Approve(Approver, "hash", 1, Now));

        Assert.Null(run.Approve(Approver, "hash", 2, Now));
        Assert.Null(run.Approve(Approver, "hash", 2, Now));
        Assert.Equal((RunState.Planned, PhraseCodes.ApprovalsSoFar, "1", "2"), (run.State, run.Step(StepKey.Approve).Says!.Code, run.Step(StepKey.Approve).Says!.Values!["count"], run.Step(StepKey.Approve).Says!.Values!["quorum"]));
        Assert.Equal(Approver, Assert.Single(run.Approvals));
        Assert.Empty(run.Notices);

        Assert.Null(run.Approve(Second, "hash", 2, Now.AddHours(1)));
        Assert.Equal((RunState.Applying, Second, Now.AddHours(1), false), (run.State, run.Approver, run.DueAt, run.ApproversChecked));
        Assert.Equal((StepState.Succeeded, PhraseCodes.ApprovedBy), (run.Step(StepKey.Approve).State, run.Step(StepKey.Approve).Says!.Code));
        Assert.Equal((PhraseCodes.PlanApproved, Second.Name), (Assert.Single(run.Notices).Says.Code, run.Notices[0].Says.Values!["by"]));
    }

    [Fact]
    public void Of_somebody_who_approves_their_own_is_not_told_to_them()
    {
        var run = Planned();
        Assert.Null(run.Approve(Requester, "hash", 1, Now));
        Assert.Empty(run.Notices);
    }

    [Fact]
    public void That_is_blocked_fails_and_waits_for_its_requester_alone()
    {
        var run = Planned(Plan() with { Blockers = [new Phrase("blocked")] });
        Assert.Equal((RunState.Blocked, Now.AddDays(3)), (run.State, run.DueAt));
        Assert.Equal((StepState.Failed, "blocked", StepState.Pending), (run.Step(StepKey.Plan).State, run.Step(StepKey.Plan).Says!.Code, run.Step(StepKey.Approve).State));
        Assert.Equal(Refusal.Stale, run.Approve(Approver, "hash", 1, Now));
        Assert.True(run.ExpireWhenOverdue(Now.AddDays(3)));
    }

    [Fact]
    public void Voids_its_votes_when_it_drifts()
    {
        var run = Applying();
        run.Clear();
        run.TakePlan(Plan("role") with { Hash = "drifted" }, drifted: true, Wait, Now.AddHours(1));
        Assert.Equal((RunState.Planned, PhraseCodes.PlanDrifted, false, 0), (run.State, run.Step(StepKey.Plan).Says!.Code, run.Cleared, run.Approvals.Count));
        Assert.Equal(Now.AddHours(73), run.Plan!.ExpiresAt);
        Assert.Null(run.Approver);
    }

    [Fact]
    public void Goes_back_to_its_details_and_forgets_who_approved()
    {
        var run = Planned();
        Assert.Null(run.Approve(Approver, "hash", 2, Now));
        Assert.Null(run.Change(Now, TimeSpan.FromDays(1)));
        Assert.Equal((RunState.Draft, null, 0, Now.AddDays(1)), (run.State, run.Plan, run.Approvals.Count, run.DueAt));
        Assert.Equal((StepState.Running, StepState.Pending, StepState.Pending), (run.Step(StepKey.Details).State, run.Step(StepKey.Plan).State, run.Step(StepKey.Approve).State));
        Assert.Equal(PaperRuns.Details, run.Details);

        Assert.Equal(Refusal.Stale, run.Change(Now, TimeSpan.FromDays(1)));
        Assert.Equal(Refusal.Stale, Applying().Change(Now, TimeSpan.FromDays(1)));
        Assert.Equal(Refusal.Stale, Planning().TakeDetails(PaperRuns.Details, RunKind.Setup, Guid.NewGuid(), Editor, Now));
    }

    [Fact]
    public void Is_rejected_with_a_reason_and_answered_only_where_somebody_asked()
    {
        var run = Planned();
        Assert.Equal(ProblemCodes.InvalidDetails, run.Reject(Approver, new RemarkRequest(" ", "hash"), TimeSpan.FromDays(1), Now)!.Code);
        Assert.Equal(PhraseCodes.FieldTooLong, run.Ask(Approver, new RemarkRequest(new string('x', 501), "hash"), Now)!.Fields![RemarkRequest.Field].Code);
        Assert.Equal(ProblemCodes.PlanChanged, run.Ask(Approver, new RemarkRequest("why", "old"), Now)!.Code);
        Assert.Equal(Refusal.Stale, run.Reply(Requester, new RemarkRequest("so", "hash"), Now));
        Assert.Equal(Refusal.Stale, run.Ask(Approver, new RemarkRequest("why", "hash"), Now.AddDays(3)));
        Assert.Empty(run.Notices);

        Assert.Null(run.Ask(Approver, new RemarkRequest(new string('x', 500), "hash"), Now));
        Assert.True(run.HasOpenQuestion);
        Assert.Null(run.Reply(Requester, new RemarkRequest(" so ", "hash"), Now));
        Assert.False(run.HasOpenQuestion);
        var reply = run.Notices[^1].Says.Values!;
        Assert.Equal((Approver.Name, Approver.ObjectId, "so"), (reply["asker"], reply["askerId"], reply["answer"]));
        Assert.Equal(Refusal.Stale, run.Reply(Requester, new RemarkRequest("again", "hash"), Now));

        Assert.Null(run.Reject(Approver, new RemarkRequest(" no ", "hash"), TimeSpan.FromDays(1), Now));
        Assert.Equal((RunState.Draft, PhraseCodes.PlanRejected, "no"), (run.State, run.Notices[^1].Says.Code, run.Notices[^1].Says.Values!["reason"]));
        Assert.Equal([1L, 2L, 3L], run.Notices.Select(n => n.Number));
    }

    [Fact]
    public void Names_the_risks_that_an_approval_must_name_and_notes_who_accepted_them_once()
    {
        var run = Planned(Plan("role") with { MustAccept = ["one", "two"], Risks = [new Phrase("one", ("domain", "corp.contoso.com")), new Phrase("two")] });
        Assert.Equal((422, ProblemCodes.RiskNotAccepted), (run.WhyNotAccepted(null)!.Status, run.WhyNotAccepted(["one"])!.Code));
        Assert.Null(run.WhyNotAccepted(["two", "one", "three"]));
        Assert.Null(Planned().WhyNotAccepted(null));
        run.NoteAccepted(Approver, Now);
        run.NoteAccepted(Approver, Now);
        Assert.All(run.Notices, n => Assert.Equal(PhraseCodes.RiskAccepted, n.Says.Code));
        Assert.Equal("corp.contoso.com", run.Notices[0].Says.Values!["domain"]);
        Planned().NoteAccepted(Approver, Now);
    }

    [Fact]
    public void Is_chosen_only_among_what_it_offers()
    {
        var candidate = new AppCandidateView { ClientId = "c", Name = "n", Refused = null };
        var run = Planned(Plan("role") with { Choices = [SignInChoice.CloudPasswords], Candidates = [candidate, candidate with { ClientId = "refused", Refused = new Phrase("no") }] });
        foreach (var wrong in (ChooseRequest[])[new(SignInChoice.ServerToServer), new(SignInChoice.TakeOver, "refused"), new(SignInChoice.TakeOver, "other"), new((SignInChoice)99)])
            Assert.Equal(400, run.Choose(wrong, Second, Now)!.Status);
        Assert.Null(run.Choose(new ChooseRequest(SignInChoice.CloudPasswords), Second, Now.AddHours(1)));
        Assert.Equal((RunState.Planning, true, null, Now.AddHours(1)), (run.State, run.Details!.CloudPasswords, run.Plan, run.DueAt));
        Assert.Contains(Second.ObjectId, run.EditorIds);
        Assert.Equal(Refusal.Stale, run.Choose(new ChooseRequest(SignInChoice.CloudPasswords), Second, Now));

        var other = Planned(Plan("role") with { Candidates = [candidate] });
        Assert.Null(other.Choose(new ChooseRequest(SignInChoice.TakeOver, "c"), Editor, Now));
        Assert.Equal(("c", 1), (other.Details!.ExistingClientId, other.EditorIds.Count));
    }

    [Fact]
    public void Ends_when_somebody_cancels_it_and_only_then()
    {
        var run = Planned();
        Assert.Null(run.Cancel(Approver, Now));
        Assert.Equal((RunState.Cancelled, Approver, false, null, null), (run.State, run.EndedBy, run.IsOpen, run.OpenConnectionId, run.DueAt));
        Assert.Equal(Refusal.Stale, run.Cancel(Approver, Now));
    }

    [Fact]
    public void Goes_to_another_with_its_votes_void_and_who_gave_it_away_still_on_the_asking_side()
    {
        var run = Planned();
        Assert.Null(run.Approve(Approver, "hash", 2, Now));
        Assert.Null(run.HandOver(HandOverPart.Run, Second, Requester, Now));
        Assert.Equal((Second, Second.ObjectId, 0), (run.Requester, run.RequesterId, run.Approvals.Count));
        Assert.True(run.IsOnTheAskingSide("REQUESTER") && run.IsOnTheAskingSide("second") && run.IsOnTheAskingSide("recipient"));
        Assert.False(run.IsOnTheAskingSide("approver"));

        Assert.Null(run.HandOver(HandOverPart.Recipient, Second, Editor, Now));
        Assert.Equal((RunState.Planning, Second, Second.ObjectId), (run.State, run.Details!.Recipient, run.RecipientId));
        Assert.Equal(Refusal.Stale, run.WhyNotHandOver(HandOverPart.Recipient, Now));
        Assert.Equal(400, run.WhyNotHandOver((HandOverPart)9, Now)!.Status);
        Assert.Equal(Refusal.Stale, Planned().WhyNotHandOver(HandOverPart.Recipient, Now.AddDays(3)));
        Assert.Equal(Refusal.Stale, Draft().WhyNotHandOver(HandOverPart.Recipient, Now));
        run.Cancel(Second, Now);
        Assert.Equal(Refusal.Stale, run.WhyNotHandOver(HandOverPart.Run, Now));
    }

    [Fact]
    public void Is_not_needed_on_premises()
    {
        var run = Draft();
        Assert.Null(run.TakeDetails(PaperRuns.Details, RunKind.MarketoActsOnly, Guid.NewGuid(), Editor, Now));
        Assert.Equal((RunState.Guiding, StepKey.DisableSync, null), (run.State, run.MarketoAct, run.DueAt));
        Assert.Equal((StepState.Skipped, StepState.Skipped), (run.Step(StepKey.Plan).State, run.Step(StepKey.Consent).State));
    }
}
