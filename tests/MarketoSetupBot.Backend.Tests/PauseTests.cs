using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Tests;

/// <summary>How a run waits when the tenant does not do as asked.</summary>
public sealed class PauseTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_pause_is_about_twice_the_one_before_up_to_five_minutes()
    {
        var run = New();
        for (var attempt = 1; attempt <= 12; attempt++)
        {
            var seconds = PauseOf(run, null).TotalSeconds;
            var least = Math.Min(300, Math.Pow(2, attempt));
            Assert.InRange(seconds, least, least * 1.25);
        }
    }

    [Fact]
    public void Runs_that_failed_together_do_not_come_back_together() =>
        Assert.True(Enumerable.Range(0, 20).Select(_ => PauseOf(New(), null)).Distinct().Count() > 10);

    [Fact]
    public void What_the_tenant_asks_for_is_obeyed_to_the_second() =>
        Assert.Equal(TimeSpan.FromSeconds(47), PauseOf(New(), TimeSpan.FromSeconds(47)));

    [Fact]
    public void A_step_that_never_comes_back_is_broken_off_twice_and_fails_the_third_time()
    {
        var run = New();
        run.Overrun(StepKey.Plan, Now, "trace");
        run.Overrun(StepKey.Plan, Now, "trace");
        Assert.Equal(StepState.Waiting, run.Step(StepKey.Plan).State);

        run.Overrun(StepKey.Plan, Now, "trace");

        Assert.Equal((RunState.Failed, PhraseCodes.FailedTimedOut, "trace"), (run.State, run.Step(StepKey.Plan).Says!.Code, run.Reference));
    }

    private static TimeSpan PauseOf(Run run, TimeSpan? retryAfter)
    {
        run.Postpone(StepKey.Plan, retryAfter, Now);
        return run.DueAt!.Value - Now;
    }

    private static Run New() => Run.Open(new PersonView(Guid.NewGuid().ToString(), "Adele"), Now, TimeSpan.FromDays(3));
}
