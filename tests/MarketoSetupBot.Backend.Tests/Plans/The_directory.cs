using System.Net;
using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Backend.Tests.Tenant;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests.Plans;

public sealed class The_directory : IAsyncLifetime
{
    private static readonly string Alex = Contoso.Alex.ObjectId.ToString(), Megan = Contoso.Megan.ObjectId.ToString();
    private readonly ContosoTenant contoso = new();

    private IDirectory Directory => contoso.Get<IDirectory>();

    public Task InitializeAsync() => contoso.InitializeAsync();

    public Task DisposeAsync() => contoso.DisposeAsync();

    [Fact]
    public async Task Finds_a_person_with_name_and_standing()
    {
        var account = await Directory.FindAsync(Megan, default);

        Assert.Equal(new Account(new PersonView(Megan, "Megan Bowen"), Enabled: true, Guest: false), account);
    }

    [Fact]
    public async Task Knows_a_disabled_guest()
    {
        contoso.Change(t => t.Users[Contoso.Megan.ObjectId] = t.Users[Contoso.Megan.ObjectId] with { AccountEnabled = false, UserType = "Guest" });

        var account = (await Directory.FindAsync(Megan, default))!;

        Assert.False(account.Enabled);
        Assert.True(account.Guest);
    }

    [Fact]
    public async Task Finds_nobody_under_an_unknown_id() =>
        Assert.Null(await Directory.FindAsync(Guid.NewGuid().ToString(), default));

    [Fact]
    public async Task Reads_roles_by_template_id() =>
        Assert.Equal([EntraRoles.CloudApplicationAdministrator], await Directory.RolesAsync(Alex, default));

    [Fact]
    public async Task Sees_at_once_that_a_role_was_taken_away()
    {
        await Directory.RolesAsync(Alex, default);
        contoso.Change(t => t.RoleAssignments.Clear());

        Assert.Empty(await Directory.RolesAsync(Alex, default));
    }

    [Fact]
    public async Task Does_not_count_a_role_for_one_administrative_unit()
    {
        contoso.Change(t => t.Assign(Contoso.Megan.ObjectId, Guid.Parse(EntraRoles.GlobalAdministrator), "/administrativeUnits/" + Guid.NewGuid()));

        Assert.Empty(await Directory.RolesAsync(Megan, default));
    }

    [Fact]
    public async Task Counts_a_role_that_comes_through_a_group()
    {
        var group = new Group { Id = Guid.NewGuid(), DisplayName = "App admins", IsAssignableToRole = true, Members = [Contoso.Megan.ObjectId] };
        contoso.Change(t =>
        {
            t.Groups.Add(group.Id, group);
            t.Assign(group.Id, Guid.Parse(EntraRoles.ApplicationAdministrator));
        });

        Assert.Equal([EntraRoles.ApplicationAdministrator], await Directory.RolesAsync(Megan, default));
    }

    [Fact]
    public async Task Knows_members_of_a_group_and_of_groups_in_it()
    {
        var inner = new Group { Id = Guid.NewGuid(), DisplayName = "Inner", Members = [Contoso.SyncUser.ObjectId] };
        var outer = new Group { Id = Guid.NewGuid(), DisplayName = "Outer", Members = [inner.Id] };
        contoso.Change(t =>
        {
            t.Groups.Add(inner.Id, inner);
            t.Groups.Add(outer.Id, outer);
        });

        Assert.True(await Directory.IsMemberAsync(Megan, Contoso.TeamGroupId.ToString(), default));
        Assert.True(await Directory.IsMemberAsync(Contoso.SyncUser.ObjectId.ToString(), outer.Id.ToString(), default));
        Assert.False(await Directory.IsMemberAsync(Contoso.SyncUser.ObjectId.ToString(), Contoso.TeamGroupId.ToString(), default));
        Assert.False(await Directory.IsMemberAsync(Guid.NewGuid().ToString(), outer.Id.ToString(), default));
    }

    [Fact]
    public async Task Names_the_permission_when_it_may_not_read_roles()
    {
        contoso.Withhold("RoleManagement.Read.Directory");

        var unavailable = await Assert.ThrowsAsync<TenantUnavailableException>(() => Directory.RolesAsync(Alex, default));

        Assert.Equal("RoleManagement.Read.Directory", unavailable.MissingPermission);
    }

    [Fact]
    public async Task Does_not_take_silence_for_no()
    {
        contoso.Road.Answer("GET", "/roleAssignments", HttpStatusCode.ServiceUnavailable);

        await Assert.ThrowsAsync<TenantUnavailableException>(() => Directory.RolesAsync(Alex, default));
    }
}
