using MarketoSetupBot.Backend.Halt;
using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Steps;
using MarketoSetupBot.Contracts;
using static MarketoSetupBot.Backend.Tests.World.PaperRuns;

namespace MarketoSetupBot.Backend.Tests.Runs;

/// <summary>What the outcome of a step, a fault and time make of a run that applies.</summary>
public sealed class A_step_that_ends
{
    private const StepKey Key = StepKey.Application;
    private static readonly Phrase Says = new("says");

    [Theory]
    [InlineData(true, true, StepState.Succeeded)]
    [InlineData(true, false, StepState.Succeeded)]
    [InlineData(false, false, StepState.Skipped)]
    public void Well_leads_to_the_next_at_once(bool succeeded, bool wrote, StepState state)
    {
        var run = Started();
        run.EndStep(Key, succeeded ? StepResult.Succeeded(Says, wrote) : StepResult.Skipped(Says), Now.AddSeconds(3), null);
        Assert.Equal((state, wrote, true, Now.AddSeconds(3), 0), (run.Step(Key).State, run.Step(Key).Wrote, run.Step(Key).IsOver, run.DueAt, run.Attempts));
        Assert.Equal(StepKey.ServicePrincipal, run.NextEntraStep!.Key);
        Assert.Equal(wrote ? Now.AddSeconds(3) : null, run.LastWroteAt);
        Assert.Equal(wrote || run.WroteToEntra(), run.WroteToEntra());
    }

    [Fact]
    public void Badly_fails_the_run_with_a_reference_and_a_retry_asks_for_the_roles_again()
    {
        var run = Started();
        run.EndStep(Key, StepResult.Failed(Says), Now, "trace");
        Assert.Equal((RunState.Failed, StepState.Failed, "trace", null, null), (run.State, run.Step(Key).State, run.Reference, run.DueAt, run.Step(Key).StartedAt));
        Assert.True(run.WroteToEntra());

        Assert.Null(run.Retry(Now.AddHours(1)));
        Assert.Equal((RunState.Applying, null, false, Now.AddHours(1), true), (run.State, run.Reference, run.ApproversChecked, run.DueAt, run.Cleared));
        Assert.Equal((StepState.Succeeded, Approver.Name), (run.Step(StepKey.Approve).State, run.Step(StepKey.Approve).Says!.Values!["by"]));
        Assert.Equal(Refusal.Stale, run.Retry(Now));
    }

    [Theory]
    [InlineData(PhraseCodes.WaitingForThrottling, 30)]
    [InlineData(PhraseCodes.WaitingForOutage, 30)]
    [InlineData("replication", 3)]
    public void Later_is_waited_for_so_long_and_no_longer(string why, int minutes)
    {
        var run = Started();
        run.EndStep(Key, StepResult.Waiting(new Phrase(why), Now.AddMinutes(minutes), wrote: true), Now, "trace");
        Assert.Equal((RunState.Applying, StepState.Waiting, true, Now.AddMinutes(minutes)), (run.State, run.Step(Key).State, run.Step(Key).Wrote, run.DueAt));
        Assert.Null(run.LastWroteAt);

        run.EndStep(Key, StepResult.Waiting(new Phrase(why), Now.AddMinutes(minutes).AddTicks(1)), Now, "trace");
        Assert.Equal((RunState.Failed, PhraseCodes.FailedTimedOut, "trace"), (run.State, run.Step(Key).Says!.Code, run.Reference));
    }

    [Fact]
    public void Never_waits_into_the_past()
    {
        var run = Started();
        run.EndStep(Key, StepResult.Waiting(Says, Now.AddMinutes(-1)), Now, null);
        Assert.Equal(Now.AddSeconds(1), run.DueAt);
    }

    [Fact]
    public void Starts_once_however_often_it_is_called()
    {
        var run = Started();
        run.StartStep(Key, Now.AddMinutes(2));
        Assert.Equal((Now, StepState.Running, Now.AddMinutes(2)), (run.Step(Key).StartedAt, run.Step(Key).State, run.Step(Key).At));
    }

    [Fact]
    public void Is_postponed_ever_longer_up_to_five_minutes_and_never_sooner_than_Entra_asks()
    {
        var run = Started();
        var before = TimeSpan.Zero;
        for (var i = 1; i <= 12; i++)
        {
            run.Postpone(Key, null, Now);
            var wait = run.DueAt!.Value - Now;
            var meant = TimeSpan.FromSeconds(Math.Min(300, Math.Pow(2, Math.Min(i, 10))));
            Assert.InRange(wait, meant, meant * 1.25);
            Assert.True(wait > before || meant == TimeSpan.FromSeconds(300));
            Assert.Equal(StepState.Waiting, run.Step(Key).State);
            before = wait;
        }
        run.Postpone(Key, TimeSpan.FromHours(1), Now);
        Assert.Equal(Now.AddHours(1), run.DueAt);
        Assert.Equal(PhraseCodes.WaitingForOutage, run.Step(Key).Says!.Code);
        run.EndStep(Key, StepResult.Succeeded(Says, false), Now, null);
        Assert.Equal(0, run.Attempts);
    }

    [Fact]
    public void That_stumbles_or_takes_too_long_is_tried_three_times()
    {
        var (stumbling, slow) = (Started(), Started());
        for (var i = 1; i <= 2; i++)
        {
            stumbling.Stumble(Key, Now, "s");
            slow.Overrun(Key, Now, "o");
            Assert.Equal((RunState.Applying, RunState.Applying), (stumbling.State, slow.State));
            Assert.True(stumbling.DueAt > Now && slow.DueAt > Now);
        }
        stumbling.Stumble(Key, Now, "s");
        slow.Overrun(Key, Now, "o");
        Assert.Equal((RunState.Failed, PhraseCodes.FailedUnexpected, "s", 0), (stumbling.State, stumbling.Step(Key).Says!.Code, stumbling.Reference, stumbling.Attempts));
        Assert.Equal((RunState.Failed, PhraseCodes.FailedTimedOut, "o"), (slow.State, slow.Step(Key).Says!.Code, slow.Reference));
    }

    [Fact]
    public void By_hand_is_looked_at_every_two_minutes_for_three_days()
    {
        var run = Started();
        var byHand = StepResult.ByHand(new Phrase(PhraseCodes.WaitingForHandAct), new HandActView { Code = "act" });
        run.EndStep(Key, byHand, Now, null);
        Assert.Equal((Key, StepState.Waiting, PhraseCodes.WaitingForHandAct, Now.AddMinutes(2), Now), (run.StepByHand!.Key, run.Step(Key).State, run.Step(Key).Says!.Code, run.DueAt, run.Step(Key).HandActSince));

        Assert.Equal(Refusal.Stale, run.ReportHandAct(StepKey.Consent, Editor, null, Now));
        Assert.Null(run.ReportHandAct(Key, Editor, "typed", Now.AddMinutes(1)));
        Assert.Equal((new HandClaim(Editor, Now.AddMinutes(1), "typed"), Now.AddMinutes(1), PhraseCodes.LookingAfter), (run.Step(Key).Claim, run.DueAt, run.Step(Key).Says!.Code));
        run.EndStep(Key, byHand, Now.AddMinutes(1), null);
        Assert.Equal((PhraseCodes.NotSeenYet, Editor.Name), (run.Step(Key).Says!.Code, run.Step(Key).Says!.Values!["by"]));
        // Another act than the one that was claimed is asked for as if nothing had been said.
        run.EndStep(Key, StepResult.ByHand(new Phrase(PhraseCodes.WaitingForPortal), new HandActView { Code = "other" }), Now.AddMinutes(1), null);
        Assert.Equal(PhraseCodes.WaitingForPortal, run.Step(Key).Says!.Code);

        run.EndStep(Key, byHand, Now.AddDays(3), null);
        Assert.Equal(RunState.Applying, run.State);
        run.EndStep(Key, byHand, Now.AddDays(3).AddTicks(1), "trace");
        Assert.Equal((RunState.Failed, PhraseCodes.FailedNobodyActed, null, null, null), (run.State, run.Step(Key).Says!.Code, run.Step(Key).HandAct, run.Step(Key).Claim, run.Step(Key).HandActSince));
        Assert.Null(run.StepByHand);
        Assert.Equal(Refusal.Stale, run.ReportHandAct(Key, Editor, null, Now));
    }

    [Fact]
    public void Forgets_the_act_by_hand_when_it_is_over()
    {
        var run = Started();
        run.EndStep(Key, StepResult.ByHand(Says, new HandActView { Code = "act" }), Now, null);
        run.EndStep(Key, StepResult.Succeeded(Says, true), Now, null);
        Assert.Equal((null, null), (run.Step(Key).HandAct, run.Step(Key).HandActSince));
    }

    [Fact]
    public void Waits_while_writes_are_halted_and_begins_anew_afterwards()
    {
        var run = Started();
        run.WaitForLift(Key, new HaltOrder { Id = Guid.NewGuid(), At = Now, CalledBy = Approver }, Now);
        Assert.True(run.WaitsForLift(Key));
        Assert.False(run.WaitsForLift(StepKey.Consent));
        Assert.Equal((null, false, Now.AddSeconds(30), Approver.Name), (run.Step(Key).StartedAt, run.ApproversChecked, run.DueAt, run.Step(Key).Says!.Values!["by"]));
        run.HearOfHalt(Says, Now.AddSeconds(5));
        Assert.Equal((Now.AddSeconds(5), 2), (run.DueAt, run.Notices.Count));
        var planned = Planned();
        var due = planned.DueAt;
        planned.HearOfHalt(Says, Now);
        Assert.Equal((due, 1), (planned.DueAt, planned.Notices.Count));
    }

    [Fact]
    public void Last_offers_the_secret_and_says_whether_anything_changed()
    {
        Assert.Equal((RunState.Delivering, false, DeliveryState.Waiting, Now + Week), Shape(Delivering(Connection())));
        Assert.Equal((RunState.Delivering, true, DeliveryState.Waiting, Now + Week), Shape(Delivering(Connection(), wrote: false)));
        Assert.False(Delivering(Connection(), wrote: false).WroteToEntra());

        static (RunState, bool, DeliveryState?, DateTimeOffset?) Shape(Run run) => (run.State, run.NothingChanged, run.Delivery, run.DueAt);
    }

    private static Run Started()
    {
        var run = Applying();
        run.Clear();
        run.StartStep(Key, Now);
        return run;
    }
}
