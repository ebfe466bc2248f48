using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests.Access;

[Trait("Category", "Abuse")]
public sealed class A_role_that_is_not_active
{
    private static readonly Guid CloudAdministrator = WellKnown.DirectoryRole("Cloud Application Administrator");

    [Fact]
    public async Task Does_not_approve_and_its_holder_is_told_to_activate_it()
    {
        await using var office = await Office.OpenAsync();
        office.Change(t => t.MakeEligible(Contoso.Megan.ObjectId, CloudAdministrator));
        var refused = await office.As(Contoso.Megan).ApproveAsync(await office.PlannedAsync());

        refused.MustBeRefused(403, ProblemCodes.RoleNotActivated);
        Assert.Equal(EntraRoles.CloudApplicationAdministrator, refused.Problem!.Values!["eligible"]);
        Assert.Empty(office.GraphWrites());
    }

    [Fact]
    public async Task Gives_no_hint_where_the_backend_may_not_read_it()
    {
        await using var office = await Office.OpenAsync();
        office.Change(t =>
        {
            t.MakeEligible(Contoso.Megan.ObjectId, CloudAdministrator);
            t.WithdrawRole(t.FindServicePrincipal(Contoso.BackendAppId)!, t.FindServicePrincipal(WellKnown.GraphAppId)!, "RoleEligibilitySchedule.Read.Directory");
        });
        (await office.As(Contoso.Megan).ApproveAsync(await office.PlannedAsync())).MustBeRefused(403, ProblemCodes.NotAllowed);
        Assert.Empty(office.GraphWrites());
    }
}
