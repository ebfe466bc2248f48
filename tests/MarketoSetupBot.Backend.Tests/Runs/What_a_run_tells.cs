using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using static MarketoSetupBot.Backend.Tests.World.PaperRuns;

namespace MarketoSetupBot.Backend.Tests.Runs;

/// <summary>Names and times in what a thread is told; and what a run is told in vain.</summary>
public sealed class What_a_run_tells
{
    private static readonly PersonView Second = new("second", "Sam");

    [Fact]
    public void Of_a_rejection_a_question_and_its_answer_names_everybody()
    {
        var run = Planned();
        run.Ask(Approver, new RemarkRequest("first", "hash"), Now);
        run.Ask(Second, new RemarkRequest("second", "hash"), Now);
        Told(run, ("by", "Sam"), ("requester", "Rita"), ("requesterId", "requester"), ("asking", "second"), ("question", "second"));
        run.Reply(Editor, new RemarkRequest("so", "hash"), Now);
        Told(run, ("by", "Ed"), ("asker", "Sam"), ("askerId", "second"), ("answer", "so"));
        run.Reject(Approver, new RemarkRequest("no", "hash"), TimeSpan.FromDays(1), Now);
        Told(run, ("by", "Ava"), ("requester", "Rita"), ("requesterId", "requester"), ("reason", "no"));
    }

    [Fact]
    public void Of_a_reminder_and_an_approval_names_who_can_act()
    {
        var run = Planned(Plan("one", "two"));
        run.RemindOfApproval(Wait, ["a"], Now.AddDays(1));
        Told(run, ("until", Run.Instant(Now.AddDays(3))), ("requester", "Rita"), ("requesterId", "requester"), ("roles", "one,two"), (Phrase.Tells, "a"));
        run.Approve(Approver, "hash", 2, Now);
        Assert.Equal("Ava", run.Step(StepKey.Approve).Says!.Values!["by"]);
        run.Approve(Second, "hash", 2, Now);
        Told(run, ("by", "Sam"), ("requester", "Rita"), ("requesterId", "requester"));
        Assert.Equal("Sam", run.Step(StepKey.Approve).Says!.Values!["by"]);
    }

    [Fact]
    public void First_that_it_stands_elsewhere_and_then_what_is_wrong_with_the_words()
    {
        foreach (var decide in (Func<Run, RemarkRequest, Refusal?>[])[(r, q) => r.Reject(Approver, q, TimeSpan.FromDays(1), Now), (r, q) => r.Ask(Approver, q, Now), (r, q) => r.Reply(Editor, q, Now)])
        {
            Assert.Equal(Refusal.Stale, decide(Applying(), new RemarkRequest("", "hash")));
            Assert.Equal(Refusal.Stale, decide(Draft(), new RemarkRequest("so", "hash")));
            Assert.Equal(ProblemCodes.PlanChanged, decide(Planned(), new RemarkRequest("", "old"))!.Code);
            var tooLong = decide(Planned(), new RemarkRequest(new string('x', 501), "hash"))!.Fields![RemarkRequest.Field];
            Assert.Equal((PhraseCodes.FieldTooLong, "500"), (tooLong.Code, tooLong.Values!["maximum"]));
        }
    }

    [Fact]
    public void Of_details_who_sent_them_and_counts_an_editor_once()
    {
        var run = Planning();
        Assert.Equal((StepState.Succeeded, "Ed", StepState.Running, Now), (run.Step(StepKey.Details).State, run.Step(StepKey.Details).Says!.Values!["by"], run.Step(StepKey.Plan).State, run.DueAt));
        run.TakePlan(Plan("role"), drifted: false, Wait, Now);
        run.Change(Now, TimeSpan.FromDays(1));
        Assert.Null(run.TakeDetails(PaperRuns.Details with { Method = AuthenticationMethod.ServerToServer }, RunKind.Setup, run.ConnectionId!.Value, Editor, Now));
        Assert.Equal([Editor.ObjectId], run.EditorIds);
        Assert.Contains(StepKey.SwitchMethod, run.StepsInOrder().Select(s => s.Key));
        Assert.DoesNotContain(StepKey.Consent, run.StepsInOrder().Select(s => s.Key));
    }

    [Fact]
    public void Of_an_undo_that_finds_nothing_to_do_that_it_is_done_and_of_a_setup_that_it_waits()
    {
        var keep = Plan("role") with { Items = [new PlanItemView(StepKey.RemoveApplication, PlanEffect.Keep, new Phrase("x"), [])] };
        var undo = Undo();
        undo.TakePlan(keep, drifted: false, Wait, Now);
        Assert.Equal((RunState.Completed, true, StepState.Skipped), (undo.State, undo.NothingChanged, undo.Step(StepKey.RemoveApplication).State));
        Assert.Equal(RunState.Planned, Planned(keep).State);

        undo = Undo();
        undo.TakePlan(keep with { Items = [.. keep.Items, new PlanItemView(StepKey.RemoveSecrets, PlanEffect.Remove, new Phrase("x"), [])] }, drifted: false, Wait, Now);
        Assert.Equal(RunState.Planned, undo.State);
        Assert.Equal(Refusal.Stale, undo.Change(Now, TimeSpan.FromDays(1)));
        Assert.Equal(Refusal.Stale, undo.WhyNotHandOver(HandOverPart.Recipient, Now));
        Assert.Null(undo.Reject(Approver, new RemarkRequest("no", "hash"), TimeSpan.FromDays(1), Now));
        Assert.Equal((RunState.Cancelled, Approver), (undo.State, undo.EndedBy));
    }

    [Fact]
    public void Of_a_change_forgets_what_was_begun()
    {
        var run = Applying();
        run.Clear();
        run.StartStep(StepKey.Application, Now);
        run.Fail(StepKey.Application, new Phrase("x"), Now, "trace");
        run.StartStep(StepKey.ServicePrincipal, Now);
        Assert.Null(run.Change(Now, TimeSpan.FromDays(1)));
        Assert.Equal((false, null, null), (run.Cleared, run.Reference, run.Step(StepKey.ServicePrincipal).StartedAt));
    }

    [Fact]
    public void Of_a_secret_to_whom_and_until_when()
    {
        var connection = Connection();
        var run = Delivering(connection);
        var secret = Secret(run, SecretFate.Confirmed);
        connection.Secrets.Add(secret);
        Assert.Equal("Rex", run.Step(StepKey.Secret).Says!.Values!["recipient"]);
        run.Revoke(Approver, Week, Now);
        Told(run, ("by", "Ava"));
        Assert.Equal(Refusal.Stale, run.KeepSecret(connection, Now));
        run.IssueAgain(Week, Now);
        Assert.Null(run.KeepSecret(connection, Now));
        Assert.Equal(("Rex", Run.Instant(secret.ExpiresAt!.Value)), (run.Step(StepKey.Secret).Says!.Values!["by"], run.Step(StepKey.Secret).Says!.Values!["expires"]));

        foreach (var act in (StepKey[])[StepKey.DisableSync, StepKey.EditCredentials, StepKey.Save])
            run.FinishMarketoAct(act, Editor, TimeSpan.Zero, Now);
        Assert.Null(run.IssueAgain(Week, Now));
        Assert.Equal((RunState.Delivering, StepKey.EditCredentials), (run.State, run.MarketoAct));
        Assert.Null(run.KeepSecret(connection, Now));
        Assert.Equal((RunState.Guiding, StepKey.EditCredentials), (run.State, run.MarketoAct));
    }

    [Fact]
    public void That_it_was_shown_long_enough_also_when_the_answer_never_left()
    {
        var connection = Connection();
        var run = Delivering(connection);
        foreach (var (name, value) in new (string, object)[] { (nameof(Run.Delivery), DeliveryState.HandedOut), (nameof(Run.SecretId), Guid.NewGuid()), (nameof(Run.Issued), 1), (nameof(Run.HandedOutAt), Now) })
            typeof(Run).GetProperty(name)!.SetValue(run, value);
        Assert.False(run.EndShowTime(connection, Week, Now + Run.ShowTime - TimeSpan.FromTicks(1)));
        Assert.True(run.EndShowTime(connection, Week, Now + Run.ShowTime));
        Assert.Equal(("Rex", ""), (run.Step(StepKey.Secret).Says!.Values!["recipient"], run.Step(StepKey.Secret).Says!.Values!["expires"]));

        run.Cancel(Approver, Now);
        Assert.Equal(Refusal.Stale, run.ConfirmCopied(connection, Now));
    }

    private static Run Undo() => Run.OpenUndo(Delivering(Connection()), Requester, Now);

    private static void Told(Run run, params (string Name, string Value)[] values)
        => Assert.Equal(values.OrderBy(v => v.Name, StringComparer.Ordinal), run.Notices[^1].Says.Values!.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => (v.Key, v.Value)));
}
