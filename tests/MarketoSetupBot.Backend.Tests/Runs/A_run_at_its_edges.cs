using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Steps;
using MarketoSetupBot.Contracts;
using static MarketoSetupBot.Backend.Tests.World.PaperRuns;

namespace MarketoSetupBot.Backend.Tests.Runs;

/// <summary>States that a run is seldom in.</summary>
public sealed class A_run_at_its_edges
{
    private static readonly HandActView Act = new() { Code = "act", Permission = "Application.ReadWrite.OwnedBy" };

    [Fact]
    public void Whose_secret_is_made_by_hand_is_asked_for_looked_at_and_taken()
    {
        var (run, connection) = (Claimed(out var secret), Connection());
        run.AskSecretByHand(Guid.NewGuid(), Act, Now);
        Assert.Null(run.StepByHand);
        run.AskSecretByHand(secret, Act, Now);
        Assert.Equal((DeliveryState.Waiting, 0, Now, Now, PhraseCodes.WaitingForHandAct), (run.Delivery, run.Issued, run.DueAt, run.Step(StepKey.Secret).HandActSince, run.Step(StepKey.Secret).Says!.Code));
        run.AskSecretByHand(secret, Act, Now);
        Assert.Equal(0, run.Issued);
        run.KnowKeys([secret]);
        Assert.Equal([secret.ToString("D")], run.Step(StepKey.Secret).KnownKeys);

        run.MissSecret(null, Now.AddMinutes(1));
        Assert.Equal((PhraseCodes.WaitingForHandAct, Now.AddMinutes(3)), (run.Step(StepKey.Secret).Says!.Code, run.DueAt));
        run.Step(StepKey.Secret).Claim = new HandClaim(Editor, Now, null);
        run.MissSecret(null, Now);
        Assert.Equal((PhraseCodes.NotSeenYet, "Ed"), (run.Step(StepKey.Secret).Says!.Code, run.Step(StepKey.Secret).Says!.Values!["by"]));
        run.MissSecret(new Phrase("why"), Now);
        Assert.Equal("why", run.Step(StepKey.Secret).Says!.Code);

        Assert.False(run.StopWaitingForSecret(Week, Now + Week));
        var made = Secret(run);
        run.TakeSecretByHand(made, Now);
        Assert.Equal((RunState.Guiding, made.Id, PhraseCodes.SecretByHand, null), (run.State, run.SecretId, run.Step(StepKey.Secret).Says!.Code, run.Step(StepKey.Secret).HandAct));
        Assert.False(run.StopWaitingForSecret(Week, Now + Week * 2));
        Assert.NotNull(connection);
    }

    [Fact]
    public void Whose_secret_nobody_makes_by_hand_expires_and_one_that_is_over_asks_nobody()
    {
        var run = Claimed(out var secret);
        run.AskSecretByHand(secret, Act with { Permission = null }, Now);
        Assert.True(run.StopWaitingForSecret(Week, Now + Week + TimeSpan.FromTicks(1)));
        Assert.Equal(RunState.Expired, run.State);

        run = Claimed(out secret);
        run.Cancel(Approver, Now);
        run.AskSecretByHand(secret, Act, Now);
        Assert.Equal((DeliveryState.Waiting, null), (run.Delivery, run.Step(StepKey.Secret).HandAct));
        Assert.True(run.TellOnce(new Phrase("once"), Now));
        Assert.False(run.TellOnce(new Phrase("once"), Now));
    }

    [Fact]
    public void Without_a_plan_notes_no_risk_and_offers_no_choice()
    {
        var draft = Draft();
        draft.NoteAccepted(Approver, Now);
        Assert.Empty(draft.Notices);
        Assert.False(draft.HasOpenQuestion);
        Assert.Null(draft.Approver);
        Assert.Equal(Refusal.Stale, draft.Choose(new ChooseRequest(SignInChoice.ServerToServer), Editor, Now));
        Assert.Equal(Refusal.Stale, draft.ReportRedChecks([], Now));
        Assert.Null(Planning().Approver);

        var run = Planned(Plan("role") with { Choices = [SignInChoice.ServerToServer], MustAccept = ["unknown", "plain"], Risks = [new Phrase("plain")] });
        Assert.False(run.HasOpenQuestion);
        run.HearOfHalt(new Phrase(PhraseCodes.RiskAccepted, ("by", "Ed")), Now.AddDays(-1));
        run.NoteAccepted(Approver, Now);
        Assert.Equal("", run.Notices[^1].Says.Values!["domain"]);
        Assert.Null(run.Choose(new ChooseRequest(SignInChoice.ServerToServer), Editor, Now));
        Assert.Equal(AuthenticationMethod.ServerToServer, run.Details!.Method);
    }

    [Fact]
    public void Expires_wherever_it_waits_for_people_and_nowhere_else()
    {
        Assert.False(Draft().ExpireWhenOverdue(Now));
        Assert.True(Draft().ExpireWhenOverdue(Now.AddDays(3)));
        Assert.False(Planning().ExpireWhenOverdue(Now.AddDays(9)));
        Assert.False(Applying().ExpireWhenOverdue(Now.AddDays(9)));
        var resting = Draft();
        resting.Rest();
        Assert.False(resting.ExpireWhenOverdue(Now.AddDays(9)));
        Assert.Equal(Refusal.Stale, Applying().WhyNotHandOver(HandOverPart.Recipient, Now));
        var blocked = Planned(Plan() with { Blockers = [new Phrase("x")] });
        Assert.Null(blocked.WhyNotHandOver(HandOverPart.Recipient, Now));
        Assert.Null(blocked.Approver);
    }

    [Fact]
    public void Waits_for_Marketo_to_settle_and_no_person_shortens_it()
    {
        var connection = Connection();
        var run = Draft();
        run.TakeDetails(World.PaperRuns.Details with { Method = AuthenticationMethod.ServerToServer }, RunKind.Setup, connection.Id, Editor, Now);
        run.TakePlan(Plan("role"), drifted: false, Wait, Now);
        run.Approve(Approver, "hash", 1, Now);
        run.OfferSecret(connection, Week, Now);
        connection.Secrets.Add(Secret(run, Backend.Connections.SecretFate.Confirmed));
        run.KeepSecret(connection, Now);
        foreach (var act in (StepKey[])[StepKey.DisableSync, StepKey.EditCredentials, StepKey.ValidateSyncSetup, StepKey.SwitchMethod])
            Assert.Null(run.FinishMarketoAct(act, Editor, TimeSpan.FromMinutes(15), Now));
        Assert.Equal((StepKey.Settle, Now.AddMinutes(15)), (run.MarketoAct, run.DueAt));
        Assert.Equal(Run.Instant(Now.AddMinutes(15)), run.Step(StepKey.Settle).Says!.Values!["until"]);
        Assert.Equal(Refusal.Stale, run.FinishMarketoAct(StepKey.Settle, Editor, TimeSpan.Zero, Now));
        Assert.Equal(Refusal.Stale, run.BackFromMarketoAct(StepKey.Settle, Now));
        Assert.False(run.EndSettling(Now.AddMinutes(15).AddTicks(-1)));
        Assert.True(run.EndSettling(Now.AddMinutes(15)));
        Assert.Equal((StepKey.EnableSync, null), (run.MarketoAct, run.DueAt));
        Assert.False(run.EndSettling(Now.AddDays(1)));
    }

    private static Run Claimed(out Guid secret)
    {
        var run = Delivering(Connection());
        secret = Guid.NewGuid();
        foreach (var (name, value) in new (string, object)[] { (nameof(Run.Delivery), DeliveryState.HandedOut), (nameof(Run.SecretId), secret), (nameof(Run.Issued), 1), (nameof(Run.HandedOutAt), Now) })
            typeof(Run).GetProperty(name)!.SetValue(run, value);
        return run;
    }
}
