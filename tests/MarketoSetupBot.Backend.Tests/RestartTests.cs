using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests;

public sealed class RestartTests
{
    [DatabaseFact]
    public async Task A_run_goes_on_where_it_was_when_the_backend_stopped_between_steps()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.PlannedAsync();
        var created = new TaskCompletionSource();
        office.Line.Cut = request =>
        {
            if (request.Method != HttpMethod.Post || !request.RequestUri!.AbsolutePath.EndsWith("/servicePrincipals", StringComparison.Ordinal))
                return false;
            created.TrySetResult();
            return true;
        };
        await office.As(Contoso.Alex).ApproveAsync(run);
        await created.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await office.StopBackendAsync();
        office.Line.Cut = _ => false;

        await office.StartBackendAsync();
        run = await office.As(Contoso.Adele).UntilAsync(run.Id, r => r.State is not RunState.Applying);
        Assert.Equal(RunState.Delivering, run.State);
        Assert.NotNull(office.OurApplication);
    }

    [DatabaseFact]
    public async Task A_lost_answer_to_the_registration_makes_no_second_application()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.PlannedAsync();
        var lost = 0;
        office.Line.LoseAnswer = r => r.Method != HttpMethod.Get && r.RequestUri!.AbsolutePath.Contains("/applications", StringComparison.Ordinal)
            && Interlocked.Increment(ref lost) == 1;
        await office.As(Contoso.Alex).ApproveAsync(run);
        await office.As(Contoso.Adele).UntilAsync(run.Id, RunState.Delivering);
        Assert.True(lost >= 1);
        Assert.NotNull(office.OurApplication);
    }

    [DatabaseFact]
    public async Task A_restart_between_approval_and_collection_changes_nothing_for_the_recipient()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.DeliveringAsync();
        await office.StopBackendAsync();
        await office.StartBackendAsync();
        Assert.Equal(200, (await office.As(Contoso.Adele).CollectAsync(run.Id)).Status);
    }

    [DatabaseFact]
    public async Task The_same_setup_again_changes_nothing_says_so_and_lets_the_recipient_keep_the_secret()
    {
        await using var office = await Office.OpenAsync();
        await office.CompletedAsync();
        var run = await office.DeliveringAsync();
        Assert.True(run.NothingChanged);
        Assert.NotNull(run.Delivery!.ExistingExpiresAt);
        (await office.As(Contoso.Alex).PostAsync(Routes.KeepSecret, run.Id)).MustBeRefused(403, ProblemCodes.NotRecipient);

        run = (await office.As(Contoso.Adele).PostAsync(Routes.KeepSecret, run.Id)).Value;
        Assert.Equal((RunState.Guiding, 0), (run.State, run.Delivery!.Issued));
        Assert.Equal(PhraseCodes.SecretKept, run.Steps.Single(s => s.Key is StepKey.Secret).Says!.Code);
        Assert.Single(office.OurApplication.PasswordCredentials);
    }
}
