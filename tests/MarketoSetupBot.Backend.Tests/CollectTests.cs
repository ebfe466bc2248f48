using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests;

public sealed class CollectTests
{
    [DatabaseFact]
    public async Task The_secret_is_created_at_the_click_and_found_nowhere_but_in_the_answer()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.DeliveringAsync();
        Assert.Empty(office.OurApplication.PasswordCredentials);

        var answer = await office.As(Contoso.Adele).CollectAsync(run.Id, key: "same");
        var secret = answer.Value;
        Assert.True(answer.Message.Headers.CacheControl!.NoStore);
        var credential = Assert.Single(office.OurApplication.PasswordCredentials);
        Assert.True(office.Tenant.Matches(credential.KeyId, secret.Secret));
        Assert.Equal(office.OurApplication.AppId.ToString(), secret.ClientId);
        Assert.Equal((DeliveryState.HandedOut, 1), (secret.Run.Delivery!.State, secret.Run.Delivery.Issued));

        var again = await office.As(Contoso.Adele).CollectAsync(run.Id, key: "same");
        again.MustBeRefused(409, ProblemCodes.JustCollected);

        var confirmed = (await office.As(Contoso.Adele).PostAsync(Routes.Copied, run.Id)).Value;
        Assert.Equal((RunState.Guiding, DeliveryState.Confirmed), (confirmed.State, confirmed.Delivery!.State));
        (await office.As(Contoso.Adele).CollectAsync(run.Id)).MustBeRefused(409, ProblemCodes.AlreadyCollected);

        await office.StopBackendAsync();
        Assert.DoesNotContain(office.Log.Lines, line => line.Contains(secret.Secret, StringComparison.Ordinal));
        var stored = await office.StoredAsync();
        Assert.Contains(run.Details!.AppName, stored, StringComparison.Ordinal);
        Assert.DoesNotContain(secret.Secret, stored, StringComparison.Ordinal);
    }

    [DatabaseFact]
    [Trait("Category", "Abuse")]
    public async Task Two_clicks_at_once_create_one_secret()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.DeliveringAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => office.As(Contoso.Adele).CollectAsync(run.Id)));
        Assert.Single(answers, a => a.Status == 200);
        Assert.All(answers.Where(a => a.Status != 200), a => a.MustBeRefused(409, ProblemCodes.JustCollected));
        Assert.Single(office.OurApplication.PasswordCredentials);
        Assert.Equal(1, office.Passwords());
    }

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task Somebody_else_is_refused_and_the_thread_is_told_once()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.DeliveringAsync();
        var writes = office.GraphWrites().Count;
        (await office.As(Contoso.Alex).CollectAsync(run.Id)).MustBeRefused(403, ProblemCodes.NotRecipient);
        var refused = await office.As(Contoso.Alex).CollectAsync(run.Id);
        refused.MustBeRefused(403, ProblemCodes.NotRecipient);
        Assert.Equal(Contoso.Adele.Name, refused.Problem!.Values!["recipient"]);

        run = (await office.As(Contoso.Adele).ReadAsync(run.Id)).Value;
        var notice = Assert.Single(run.Notices, n => n.Says.Code != PhraseCodes.PlanApproved);
        Assert.Equal((PhraseCodes.CollectRefusedFor, Contoso.Alex.Name), (notice.Says.Code, notice.Says.Values!["by"]));
        Assert.Equal(writes, office.GraphWrites().Count);
    }

    [DatabaseFact]
    public async Task After_two_minutes_without_a_word_it_was_handed_out_unconfirmed()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.DeliveringAsync();
        var adele = office.As(Contoso.Adele);
        _ = (await adele.CollectAsync(run.Id)).Value;
        office.Clock.Forward(TimeSpan.FromMinutes(2));
        run = await adele.UntilAsync(run.Id, r => r.Delivery!.State is DeliveryState.Unconfirmed);
        Assert.Equal(PhraseCodes.SecretUnconfirmed, run.Steps.Single(s => s.Key is StepKey.Secret).Says!.Code);
        (await adele.CollectAsync(run.Id)).MustBeRefused(409, ProblemCodes.AlreadyCollected);
        Assert.Equal(RunState.Guiding, (await adele.PostAsync(Routes.Copied, run.Id)).Value.State);
    }

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task A_lost_answer_is_not_repeated_and_what_was_made_is_removed()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.DeliveringAsync();
        var adele = office.As(Contoso.Adele);
        var calls = 0;
        office.Line.LoseAnswer = r => r.RequestUri!.AbsolutePath.EndsWith("addPassword", StringComparison.Ordinal) && ++calls > 0;
        (await adele.CollectAsync(run.Id)).MustBeRefused(503, ProblemCodes.TryAgain);
        Assert.Equal((1, 1), (calls, office.Passwords()));
        Assert.Empty(office.OurApplication.PasswordCredentials);
        Assert.Equal(PhraseCodes.SecretNotMade, (await adele.ReadAsync(run.Id)).Value.Current!.Says!.Code);

        office.Line.LoseAnswer = _ => false;
        Assert.Equal(200, (await adele.CollectAsync(run.Id)).Status);
        Assert.Single(office.OurApplication.PasswordCredentials);
        Assert.Equal(2, office.Passwords());
    }

    [DatabaseFact]
    public async Task What_could_not_be_removed_at_once_is_swept_after_five_minutes()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.DeliveringAsync();
        office.Line.LoseAnswer = r => r.RequestUri!.AbsolutePath.EndsWith("addPassword", StringComparison.Ordinal);
        var added = false;
        office.Line.Cut = r => (added |= r.RequestUri!.AbsolutePath.EndsWith("addPassword", StringComparison.Ordinal))
            && r.RequestUri!.AbsolutePath.Contains("applications", StringComparison.Ordinal)
            && !r.RequestUri.AbsolutePath.EndsWith("addPassword", StringComparison.Ordinal);
        (await office.As(Contoso.Adele).CollectAsync(run.Id)).MustBeRefused(503, ProblemCodes.TryAgain);
        Assert.Single(office.OurApplication.PasswordCredentials);

        var swept = new TaskCompletionSource();
        (office.Line.Cut, office.Line.LoseAnswer) = (_ => false, r =>
        {
            if (r.RequestUri!.AbsolutePath.EndsWith("removePassword", StringComparison.Ordinal))
                swept.TrySetResult();
            return false;
        }
        );
        office.Clock.Forward(TimeSpan.FromMinutes(6));
        await swept.Task.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Empty(office.OurApplication.PasswordCredentials);
    }

    [DatabaseFact]
    public async Task Issue_again_removes_the_old_key_first_and_the_third_takes_an_approver()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.DeliveringAsync();
        var adele = office.As(Contoso.Adele);
        for (var issue = 1; issue <= 3; issue++)
        {
            Assert.Equal(issue, (await adele.CollectAsync(run.Id)).Value.Run.Delivery!.Issued);
            Assert.Single(office.OurApplication.PasswordCredentials);
            if (issue == 3)
                break;
            var waiting = (await adele.PostAsync(Routes.IssueAgain, run.Id)).Value;
            Assert.Equal(DeliveryState.Waiting, waiting.Delivery!.State);
            Assert.Empty(office.OurApplication.PasswordCredentials);
        }
        (await adele.PostAsync(Routes.IssueAgain, run.Id)).MustBeRefused(403, ProblemCodes.NotAllowed);
        Assert.Equal(DeliveryState.Waiting, (await office.As(Contoso.Alex).PostAsync(Routes.IssueAgain, run.Id)).Value.Delivery!.State);
        Assert.Equal(200, (await adele.CollectAsync(run.Id)).Status);
    }

    [Fact]
    public async Task A_revoked_secret_is_gone_from_Entra_and_leads_back_to_delivery()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.GuidingAsync();
        var adele = office.As(Contoso.Adele);
        await adele.MarketoDoneAsync(run.Id, StepKey.DisableSync);
        await adele.MarketoDoneAsync(run.Id, StepKey.EditCredentials);
        (await office.As(Contoso.Megan).PostAsync(Routes.Revoke, run.Id)).MustBeRefused(403, ProblemCodes.NotAllowed);

        run = (await office.As(Contoso.Alex).PostAsync(Routes.Revoke, run.Id)).Value;
        Assert.Equal((RunState.Delivering, DeliveryState.Revoked), (run.State, run.Delivery!.State));
        Assert.Empty(office.OurApplication.PasswordCredentials);
        Assert.Contains(run.Notices, n => n.Says.Code == PhraseCodes.SecretRevoked);

        await adele.PostAsync(Routes.IssueAgain, run.Id);
        _ = (await adele.CollectAsync(run.Id)).Value;
        run = (await adele.PostAsync(Routes.Copied, run.Id)).Value;
        // The new value has to be pasted, so that act is to be done again.
        Assert.Equal(StepKey.EditCredentials, run.Marketo!.Current);
    }

    [Fact]
    public async Task A_tenant_that_forbids_secrets_after_the_approval_is_explained()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.DeliveringAsync();
        office.Change(t => t.AppManagement = t.AppManagement with
        {
            IsEnabled = true,
            ApplicationRestrictions = new() { PasswordCredentials = [new() { RestrictionType = "passwordAddition" }] },
        });
        (await office.As(Contoso.Adele).CollectAsync(run.Id)).MustBeRefused(422, ProblemCodes.RefusedByEntra);
        run = (await office.As(Contoso.Adele).ReadAsync(run.Id)).Value;
        Assert.Equal(DeliveryState.Waiting, run.Delivery!.State);
        Assert.Equal(PhraseCodes.SecretRefusedByEntra, run.Current!.Says!.Code);
    }

    [Fact]
    public async Task What_nobody_collects_is_never_created()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.DeliveringAsync();
        office.Clock.Forward(TimeSpan.FromDays(8));
        run = await office.As(Contoso.Adele).UntilAsync(run.Id, RunState.Expired);
        (await office.As(Contoso.Adele).CollectAsync(run.Id)).MustBeRefused(409, ProblemCodes.Stale);
        Assert.Empty(office.OurApplication.PasswordCredentials);
    }
}
