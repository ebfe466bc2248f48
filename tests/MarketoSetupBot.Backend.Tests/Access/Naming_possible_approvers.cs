using MarketoSetupBot.Backend.Access;
using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Tests.Access;

public sealed class Naming_possible_approvers
{
    private const string Team = "team";

    private readonly PaperDirectory _tenant = new();
    private readonly AccessSettings _settings = new() { RequesterGroup = Team, Quorum = 2 };

    [Fact]
    public async Task Is_of_people_of_the_team_who_hold_the_role_now_and_did_not_ask()
    {
        foreach (var person in (string[])["able", "approver", "requester", "editor", "recipient", "outsider", "disabled", "guest"])
            Hold(person, enabled: person is not "disabled", guest: person is "guest", member: person is not "outsider");
        var run = PaperRuns.Planned();
        Assert.Null(run.Approve(PaperRuns.Approver, "hash", 2, PaperRuns.Now));

        Assert.Equal(["able"], await OfAsync(run));
        Assert.Equal(["able", "requester", "editor", "recipient"], await OfAsync(run, _settings with { AllowSelfApproval = true }));
    }

    [Fact]
    public async Task Names_five_at_most_of_the_first_twenty()
    {
        for (var i = 0; i < 25; i++)
            Hold($"p{i}", member: i % 3 is 0);
        Assert.Equal(["p0", "p3", "p6", "p9", "p12"], await OfAsync(PaperRuns.Planned()));
        Assert.DoesNotContain("p15", _tenant.LookedUp);

        _tenant.Members.Clear();
        _tenant.LookedUp.Clear();
        Assert.Empty(await OfAsync(PaperRuns.Planned()));
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"p{i}").Prepend("holders"), _tenant.LookedUp);
    }

    [Fact]
    public async Task Asks_nobody_where_no_plan_waits()
    {
        foreach (var run in (Backend.Runs.Run[])[PaperRuns.Draft(), PaperRuns.Planning(), PaperRuns.Applying()])
            Assert.Empty(await OfAsync(run));
        Assert.Empty(_tenant.LookedUp);
    }

    [Fact]
    public async Task Names_nobody_where_the_tenant_does_not_tell()
    {
        Hold("able");
        _tenant.Down = new TenantUnavailableException(null);
        Assert.Empty(await OfAsync(PaperRuns.Planned()));
    }

    private void Hold(string person, bool enabled = true, bool guest = false, bool member = true)
    {
        _tenant.Add(person, enabled, guest);
        _tenant.Holders.Add(person);
        _tenant.Roles[person] = [EntraRoles.CloudApplicationAdministrator];
        if (member)
            _tenant.Members.Add((person, Team));
    }

    private Task<IReadOnlyList<string>> OfAsync(Backend.Runs.Run run, AccessSettings? settings = null)
        => new PossibleApprovers(_tenant, new AccessRules(_tenant, PaperRuns.Records, settings ?? _settings), settings ?? _settings).OfAsync(run, default);
}
