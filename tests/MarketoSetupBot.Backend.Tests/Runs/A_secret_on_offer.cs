using MarketoSetupBot.Backend.Access;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using static MarketoSetupBot.Backend.Tests.World.PaperRuns;

namespace MarketoSetupBot.Backend.Tests.Runs;

/// <summary>Offer, receipt and withdrawal. Claiming is one statement of the database: what it sets is set here as it sets it.</summary>
public sealed class A_secret_on_offer
{
    private readonly Connection _connection = Connection();

    [Fact]
    public void May_be_claimed_until_the_offer_ends()
    {
        var run = Delivering(_connection);
        Assert.Null(run.WhyNotCollect(Now + Week - TimeSpan.FromTicks(1)));
        Assert.Equal(Refusal.Stale, run.WhyNotCollect(Now + Week));
        Assert.Equal(Refusal.Stale, Applying().WhyNotCollect(Now));
        Assert.Equal(Refusal.Stale, Draft().WhyNotRevoke());
        Assert.True(run.ExpireWhenOverdue(Now + Week));
        Assert.Equal(Refusal.Stale, run.WhyNotCollect(Now));
    }

    [Fact]
    public void Is_handed_out_once_and_a_second_click_is_told_so_kindly_for_a_minute()
    {
        var (run, secret) = Claimed();
        Assert.Equal(Refusal.Stale, run.HandOut(Secret(run), Now));
        Assert.Equal(Refusal.Stale, Delivering(_connection).HandOut(secret, Now));
        Assert.Null(run.HandOut(secret, Now));
        Assert.Equal((Now, Now.AddMinutes(2), Now.AddMinutes(2), secret.ExpiresAt), (run.HandedOutAt, run.ShowUntil, run.DueAt, run.SecretExpiresAt));
        Assert.Equal(Refusal.JustCollected, run.WhyNotCollect(Now.AddSeconds(59)));
        Assert.Equal(ProblemCodes.AlreadyCollected, run.WhyNotCollect(Now.AddSeconds(60))!.Code);

        Assert.Equal(Refusal.Stale, Delivering(_connection).ConfirmCopied(_connection, Now));
        Assert.Null(run.ConfirmCopied(_connection, Now));
        Assert.Equal((RunState.Guiding, DeliveryState.Confirmed, SecretFate.Confirmed, StepKey.DisableSync), (run.State, run.Delivery, secret.Fate, run.MarketoAct));
        Assert.Equal((PhraseCodes.SecretCollected, Recipient.Name), (run.Step(StepKey.Secret).Says!.Code, run.Step(StepKey.Secret).Says!.Values!["recipient"]));
        Assert.Equal(Refusal.Stale, run.ConfirmCopied(_connection, Now));
        Assert.Equal(ProblemCodes.AlreadyCollected, run.WhyNotCollect(Now.AddDays(1))!.Code);
    }

    [Fact]
    public void Without_a_key_id_was_never_made_and_cannot_be_confirmed()
    {
        var (run, secret) = Claimed();
        secret.KeyId = null;
        Assert.Equal(Refusal.Stale, run.ConfirmCopied(_connection, Now));
    }

    [Fact]
    public void Is_unconfirmed_after_two_minutes_without_a_word()
    {
        var (run, secret) = Claimed();
        run.HandOut(secret, Now);
        Assert.False(run.EndShowTime(_connection, Week, Now.AddMinutes(2).AddTicks(-1)));
        Assert.True(run.EndShowTime(_connection, Week, Now.AddMinutes(2)));
        Assert.Equal((DeliveryState.Unconfirmed, SecretFate.Unconfirmed, Now.AddMinutes(2) + Week), (run.Delivery, secret.Fate, run.DueAt));
        Assert.Equal(PhraseCodes.SecretUnconfirmed, run.Step(StepKey.Secret).Says!.Code);
        Assert.False(run.EndShowTime(_connection, Week, Now.AddDays(1)));
        Assert.Equal(ProblemCodes.AlreadyCollected, run.WhyNotCollect(Now)!.Code);
        Assert.Null(run.ConfirmCopied(_connection, Now.AddHours(1)));
    }

    [Fact]
    public void Of_a_cancelled_run_still_has_its_receipt()
    {
        var (run, secret) = Claimed();
        run.HandOut(secret, Now);
        run.Cancel(Approver, Now);
        Assert.Equal(Now.AddMinutes(2), run.DueAt);
        var says = run.Step(StepKey.Secret).Says;
        Assert.True(run.EndShowTime(_connection, Week, Now.AddMinutes(2)));
        Assert.Equal((DeliveryState.Unconfirmed, null, says), (run.Delivery, run.DueAt, run.Step(StepKey.Secret).Says));
    }

    [Fact]
    public void That_was_claimed_and_never_handed_out_is_taken_back()
    {
        var (run, secret) = Claimed();
        var why = new Phrase("why");
        run.TakeBack(Guid.NewGuid(), why, Week, Now);
        Assert.Equal(DeliveryState.HandedOut, run.Delivery);
        run.TakeBack(secret.Id, why, Week, Now.AddHours(1));
        Assert.Equal((DeliveryState.Waiting, null, 0, why, Now.AddHours(1) + Week), (run.Delivery, run.SecretId, run.Issued, run.Step(StepKey.Secret).Says, run.DueAt));

        var (cancelled, other) = Claimed();
        cancelled.Cancel(Approver, Now);
        cancelled.TakeBack(other.Id, why, Week, Now);
        Assert.NotEqual(why, cancelled.Step(StepKey.Secret).Says);

        var (confirmed, kept) = Claimed();
        confirmed.HandOut(kept, Now);
        confirmed.ConfirmCopied(_connection, Now);
        confirmed.TakeBack(kept.Id, why, Week, Now);
        Assert.Equal((DeliveryState.Confirmed, 1), (confirmed.Delivery, confirmed.Issued));
    }

    [Fact]
    public void Of_an_earlier_run_can_be_kept_while_it_lives()
    {
        var run = Delivering(_connection);
        Assert.Equal(Refusal.Stale, run.KeepSecret(_connection, Now));
        var earlier = Secret(run, SecretFate.Confirmed, Now.AddDays(9));
        _connection.Secrets.AddRange([earlier, Secret(run, SecretFate.Unconfirmed), Secret(run, SecretFate.Confirmed, Now.AddDays(1))]);
        Assert.Equal(Refusal.Stale, run.KeepSecret(_connection, Now.AddDays(9)));
        Assert.Equal(Refusal.Stale, Applying().KeepSecret(_connection, Now));
        Assert.Null(run.KeepSecret(_connection, Now));
        Assert.Equal((earlier.Id, earlier.ExpiresAt, RunState.Guiding, PhraseCodes.SecretKept), (run.SecretId, run.SecretExpiresAt, run.State, run.Step(StepKey.Secret).Says!.Code));
        Assert.Equal(Refusal.Stale, run.KeepSecret(_connection, Now));
        Assert.Equal(Now.AddDays(9), Delivering(_connection).ExistingExpiresAt);
    }

    [Fact]
    public void Can_be_issued_again_once_one_was_handed_out_and_takes_an_approver_after_the_third()
    {
        var run = Delivering(_connection);
        Assert.Equal(Refusal.Stale, run.IssueAgain(Week, Now));
        (run, var secret) = Claimed();
        run.HandOut(secret, Now);
        Assert.Null(run.IssueAgain(Week, Now.AddHours(1)));
        Assert.Equal((RunState.Delivering, DeliveryState.Waiting, null, null, Now.AddHours(1) + Week), (run.State, run.Delivery, run.SecretId, run.HandedOutAt, run.DueAt));
        Assert.Null(run.WhyNotCollect(Now.AddHours(1)));

        Assert.False(Claimed(2).Run.NextIssueTakesApproval);
        Assert.True(Claimed(3).Run.NextIssueTakesApproval);
        Assert.Equal(new Rule(Standing.Approver, AnotherPerson: true), Rulebook.Of(Act.IssueAgain, Claimed(3).Run));
        Assert.Equal(Rulebook.Of(Act.IssueAgain), Rulebook.Of(Act.IssueAgain, Claimed(2).Run));
        Assert.Equal(Rulebook.Of(Act.IssueAgain), Rulebook.Of(Act.IssueAgain, null));
        Assert.Equal(Rulebook.Of(Act.Revoke), Rulebook.Of(Act.Revoke, Claimed(3).Run));
        Assert.Equal(Refusal.Stale, Applying().WhyNotIssueAgain());
    }

    [Fact]
    public void That_is_revoked_while_Marketo_is_worked_on_leads_back_to_where_it_is_pasted()
    {
        var (run, secret) = Claimed();
        run.HandOut(secret, Now);
        run.ConfirmCopied(_connection, Now);
        foreach (var act in (StepKey[])[StepKey.DisableSync, StepKey.EditCredentials, StepKey.Save])
            Assert.Null(run.FinishMarketoAct(act, Editor, TimeSpan.Zero, Now));
        Assert.Null(run.Revoke(Approver, Week, Now.AddHours(1)));
        Assert.Equal((RunState.Delivering, DeliveryState.Revoked, StepKey.EditCredentials, Now.AddHours(1) + Week), (run.State, run.Delivery, run.MarketoAct, run.DueAt));
        Assert.Equal((StepState.Succeeded, StepState.Pending, StepState.Pending), (run.Step(StepKey.DisableSync).State, run.Step(StepKey.EditCredentials).State, run.Step(StepKey.Save).State));
        Assert.Equal((PhraseCodes.SecretRevoked, PhraseCodes.SecretRevoked), (run.Notices[^1].Says.Code, run.Step(StepKey.Secret).Says!.Code));
        Assert.Equal(Refusal.Stale, run.Revoke(Approver, Week, Now));
        Assert.Equal(Refusal.Stale, Planned().Revoke(Approver, Week, Now));
        Assert.Null(run.IssueAgain(Week, Now));
    }

    [Fact]
    public void Of_a_run_that_is_over_can_be_revoked_and_the_run_stays_over()
    {
        var (run, secret) = Claimed();
        run.HandOut(secret, Now);
        run.Cancel(Approver, Now);
        Assert.Null(run.Revoke(Approver, Week, Now));
        Assert.Equal((RunState.Cancelled, DeliveryState.Revoked), (run.State, run.Delivery));
    }

    [Fact]
    public void That_somebody_else_wants_is_told_in_the_thread_once_a_minute_and_person()
    {
        var run = Delivering(_connection);
        var told = run.Notices.Count;
        Assert.True(run.TellOfForeignAttempt(Editor, Now));
        Assert.False(run.TellOfForeignAttempt(Editor, Now.AddSeconds(59)));
        Assert.True(run.TellOfForeignAttempt(Approver, Now));
        Assert.True(run.TellOfForeignAttempt(Editor, Now.AddSeconds(60)));
        Assert.Equal(told + 3, run.Notices.Count);
    }

    [Fact]
    public void Goes_to_another_recipient_only_while_nobody_has_it()
    {
        var run = Delivering(_connection);
        Assert.Equal((Act.HandOverSecret, Act.HandOver), (run.ActToHandOver(HandOverPart.Recipient), run.ActToHandOver(HandOverPart.Run)));
        Assert.Equal(Act.HandOver, Planned().ActToHandOver(HandOverPart.Recipient));
        Assert.Equal((Recipient, Requester), (run.HolderOf(HandOverPart.Recipient), run.HolderOf(HandOverPart.Run)));
        Assert.True(run.HasApproved("APPROVER"));
        Assert.False(run.HasApproved("editor"));
        Assert.Equal(Refusal.Stale, run.WhyNotHandOver(HandOverPart.Recipient, Now + Week));
        Assert.Null(run.HandOver(HandOverPart.Recipient, Editor, Approver, Now));
        Assert.Equal((RunState.Delivering, Editor, Editor.ObjectId, 1), (run.State, run.Details!.Recipient, run.RecipientId, run.Approvals.Count));
        Assert.Null(run.HandOver(HandOverPart.Run, Recipient, Approver, Now));
        Assert.Equal((Recipient, 1), (run.Requester, run.Approvals.Count));

        var (handed, secret) = Claimed();
        handed.HandOut(secret, Now);
        var refusal = handed.HandOver(HandOverPart.Recipient, Editor, Approver, Now);
        Assert.Equal((409, ProblemCodes.SecretHandedOut, Recipient.Name), (refusal!.Status, refusal.Code, refusal.Values!["recipient"]));
    }

    [Fact]
    public void Is_followed_by_acts_in_Marketo_forth_and_back()
    {
        var (run, secret) = Claimed();
        run.HandOut(secret, Now);
        run.ConfirmCopied(_connection, Now);
        Assert.Equal(Refusal.Stale, run.BackFromMarketoAct(StepKey.DisableSync, Now));
        Assert.Equal(Refusal.Stale, run.FinishMarketoAct(StepKey.Save, Editor, TimeSpan.Zero, Now));
        Assert.Equal(Refusal.Stale, run.ReportRedChecks([], Now));
        foreach (var act in (StepKey[])[StepKey.DisableSync, StepKey.EditCredentials, StepKey.Save])
            Assert.Null(run.FinishMarketoAct(act, Editor, TimeSpan.Zero, Now));
        Assert.Equal(400, run.ReportRedChecks([(MarketoCheck)99], Now)!.Status);
        var red = Enum.GetValues<MarketoCheck>();
        Assert.Null(run.ReportRedChecks([red[1], red[0], red[1]], Now));
        Assert.Equal([red[0], red[1]], run.Red);
        Assert.Equal($"{(int)red[0]}, {(int)red[1]}", run.Step(StepKey.ValidateSyncSetup).Says!.Values!["checks"]);
        Assert.Null(run.ReportRedChecks([], Now));
        Assert.Null(run.Step(StepKey.ValidateSyncSetup).Says);
        run.ReportRedChecks([red[0]], Now);
        Assert.Null(run.BackFromMarketoAct(StepKey.ValidateSyncSetup, Now));
        Assert.Equal((StepKey.Save, StepState.Pending), (run.MarketoAct, run.Step(StepKey.ValidateSyncSetup).State));
        Assert.Equal(Refusal.Stale, run.BackFromMarketoAct(StepKey.ValidateSyncSetup, Now));
        foreach (var act in (StepKey[])[StepKey.Save, StepKey.ValidateSyncSetup, StepKey.Close])
            Assert.Null(run.FinishMarketoAct(act, Editor, TimeSpan.Zero, Now));
        Assert.Empty(run.Red);
        Assert.False(run.EndSettling(Now));
        Assert.Null(run.FinishMarketoAct(StepKey.EnableSync, Editor, TimeSpan.Zero, Now));
        Assert.Equal((RunState.Completed, false), (run.State, run.IsOpen));
        Assert.Equal(Refusal.Stale, run.FinishMarketoAct(StepKey.EnableSync, Editor, TimeSpan.Zero, Now));
        Assert.Equal(Refusal.Stale, run.BackFromMarketoAct(StepKey.EnableSync, Now));
    }

    /// <param name="issued">Which secret of this run it is.</param>
    private (Run Run, IssuedSecret Secret) Claimed(int issued = 1)
    {
        var run = Delivering(_connection);
        var secret = Secret(run);
        _connection.Secrets.Add(secret);
        foreach (var (name, value) in new (string, object)[] { (nameof(Run.Delivery), DeliveryState.HandedOut), (nameof(Run.SecretId), secret.Id), (nameof(Run.Issued), issued), (nameof(Run.HandedOutAt), Now) })
            typeof(Run).GetProperty(name)!.SetValue(run, value);
        return (run, secret);
    }
}
