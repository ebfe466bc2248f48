using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests.Approvals;

public sealed class Handing_over
{
    [Fact]
    public async Task Another_recipient_before_the_approval_is_another_plan_and_voids_the_votes()
    {
        await using var office = await Office.OpenAsync(null, "--Access:Quorum=2");
        office.GiveRole(Contoso.Isaiah, "Application Administrator");
        var run = await office.PlannedAsync();
        _ = (await office.As(Contoso.Alex).ApproveAsync(run)).Value;
        _ = (await office.As(Contoso.Adele).HandOverAsync(run.Id, HandOverPart.Recipient, Contoso.Megan)).Value;
        var again = await office.As(Contoso.Adele).UntilAsync(run.Id, RunState.Planned);
        Assert.NotEqual(run.Plan!.Hash, again.Plan!.Hash);
        Assert.Equal("Megan Bowen", again.Details!.Recipient.Name);
        Assert.Contains(again.Notices, n => n.Says is { Code: PhraseCodes.RecipientHandedOver } says && says.Values!["toId"] == Contoso.Megan.ObjectId.ToString());
        (await office.As(Contoso.Isaiah).ApproveAsync(run)).MustBeRefused(409, ProblemCodes.PlanChanged);
        Assert.Equal(RunState.Planned, (await office.As(Contoso.Isaiah).ApproveAsync(again)).Value.State);
    }

    [DatabaseFact]
    public async Task After_the_approval_it_takes_an_approver_and_only_the_new_recipient_collects()
    {
        await using var office = await Office.OpenAsync();
        office.GiveRole(Contoso.Isaiah, "Application Administrator");
        var run = await office.DeliveringAsync();
        (await office.As(Contoso.Adele).HandOverAsync(run.Id, HandOverPart.Recipient, Contoso.Megan)).MustBeRefused(403, ProblemCodes.NotAllowed);
        // Neither who approved nor who hands over holds the secret in the end.
        (await office.As(Contoso.Isaiah).HandOverAsync(run.Id, HandOverPart.Recipient, Contoso.Alex)).MustBeRefused(403, ProblemCodes.ApproverAsRecipient);
        (await office.As(Contoso.Isaiah).HandOverAsync(run.Id, HandOverPart.Recipient, Contoso.Isaiah)).MustBeRefused(403, ProblemCodes.ApproverAsRecipient);
        var handed = (await office.As(Contoso.Isaiah).HandOverAsync(run.Id, HandOverPart.Recipient, Contoso.Megan)).Value;
        Assert.Equal((RunState.Delivering, "Megan Bowen"), (handed.State, handed.Delivery!.Recipient.Name));
        (await office.As(Contoso.Adele).CollectAsync(run.Id)).MustBeRefused(403, ProblemCodes.NotRecipient);
        Assert.NotEmpty((await office.As(Contoso.Megan).CollectAsync(run.Id)).Value.Secret);
    }

    [Fact]
    public async Task A_secret_that_somebody_has_is_not_handed_over_until_it_is_issued_again()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.GuidingAsync();
        var alex = office.As(Contoso.Alex);
        (await alex.HandOverAsync(run.Id, HandOverPart.Recipient, Contoso.Megan)).MustBeRefused(409, ProblemCodes.SecretHandedOut);
        _ = (await office.As(Contoso.Adele).PostAsync(Routes.IssueAgain, run.Id)).Value;
        (await office.As(Contoso.Adele).HandOverAsync(run.Id, HandOverPart.Recipient, Contoso.Megan)).MustBeRefused(403, ProblemCodes.NotAllowed);
        office.GiveRole(Contoso.Isaiah, "Application Administrator");
        Assert.Equal("Megan Bowen", (await office.As(Contoso.Isaiah).HandOverAsync(run.Id, HandOverPart.Recipient, Contoso.Megan)).Value.Delivery!.Recipient.Name);
    }

    [Fact]
    public async Task Whoever_gave_their_run_away_still_may_not_approve_it()
    {
        await using var office = await Office.OpenAsync();
        office.GiveRole(Contoso.Adele, "Application Administrator");
        var adele = office.As(Contoso.Adele);
        var run = (await adele.OpenAsync()).Value;
        _ = (await office.As(Contoso.Isaiah).SendDetailsAsync(run.Id)).Value;
        run = await adele.UntilAsync(run.Id, RunState.Planned);
        var given = (await adele.HandOverAsync(run.Id, HandOverPart.Run, Contoso.Megan)).Value;
        Assert.Equal(("Megan Bowen", RunState.Planned), (given.Requester.Name, given.State));
        (await adele.ApproveAsync(run)).MustBeRefused(403, ProblemCodes.SelfApproval);
        Assert.Equal(RunState.Cancelled, (await office.As(Contoso.Megan).PostAsync(Routes.Cancel, run.Id)).Value.State);
    }

    [Fact]
    public async Task Only_to_a_member_who_can_act_and_is_somebody_else()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.PlannedAsync();
        var adele = office.As(Contoso.Adele);
        office.ChangeUser(Contoso.Patti, u => u with { AccountEnabled = false });
        Assert.Equal(PhraseCodes.RecipientNotSuitable, Beside(await adele.HandOverAsync(run.Id, HandOverPart.Recipient, Contoso.Patti)));
        Assert.Equal(PhraseCodes.PersonHasIt, Beside(await adele.HandOverAsync(run.Id, HandOverPart.Recipient, Contoso.Adele)));
        Assert.Equal(PhraseCodes.PersonNotInTeam, Beside(await adele.HandOverAsync(run.Id, HandOverPart.Run, Contoso.SyncUser)));
        Assert.Equal(PhraseCodes.RecipientUnknown, Beside(await adele.PostAsync(HandOverRoutes.HandOver, run.Id, new HandOverRequest(HandOverPart.Run, Guid.NewGuid().ToString()))));
        Assert.Equal(PhraseCodes.FieldEmpty, Beside(await adele.PostAsync(HandOverRoutes.HandOver, run.Id, new HandOverRequest(HandOverPart.Run, " "))));
        // Megan belongs to the team, and neither asked nor decides.
        (await office.As(Contoso.Megan).HandOverAsync(run.Id, HandOverPart.Run, Contoso.Lynne)).MustBeRefused(403, ProblemCodes.NotAllowed);
        Assert.Equal(run.Version, (await adele.ReadAsync(run.Id)).Value.Version);
    }

    [Fact]
    public async Task The_audit_says_to_whom()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.PlannedAsync();
        _ = (await office.As(Contoso.Adele).HandOverAsync(run.Id, HandOverPart.Run, Contoso.Megan)).Value;
        var lines = (await office.As(Contoso.Alex).ReadAuditAsync()).Value.Lines;
        Assert.Contains(lines, l => l.Act == "HandOver" && l.Target == run.Id && l.Outcome == $"allowed:Run:{Contoso.Megan.ObjectId}");
    }

    private static string Beside(Answer<RunView> answer)
    {
        answer.MustBeRefused(422, ProblemCodes.InvalidDetails);
        return answer.Problem!.Fields![HandOverRequest.Field].Code;
    }
}
