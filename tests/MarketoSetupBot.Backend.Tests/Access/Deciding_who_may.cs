using MarketoSetupBot.Backend.Access;
using MarketoSetupBot.Backend.Authentication;
using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Tests.Access;

/// <summary>Every act against every standing, and everything that turns a yes into a no.</summary>
public sealed class Deciding_who_may
{
    private const string Team = "team", Approvers = "approvers", Person = "person";
    private static readonly Standing[] Single = [Standing.None, Standing.Member, Standing.Asker, Standing.Recipient, Standing.Approver, Standing.Reader, Standing.HybridAdministrator];

    private PaperDirectory _tenant = new();
    private readonly AccessSettings _settings = new() { RequesterGroup = Team };

    public static TheoryData<Act> Acts => [.. Enum.GetValues<Act>()];

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task Follows_the_table(Act act)
    {
        var rule = Rulebook.Of(act);
        foreach (var standing in Single)
        {
            _tenant = new PaperDirectory();
            var (caller, run) = StandingAs(standing);
            var refusal = await DecideAsync(caller, act, run);
            var meant = (standing is Standing.Asker ? Standing.Asker | Standing.Member : standing) & rule.Any;
            Assert.True(meant is not Standing.None == refusal is null, $"{standing}: {refusal}");
            if (refusal is not null)
                Assert.Equal((403, rule.Any is Standing.Recipient ? ProblemCodes.NotRecipient : ProblemCodes.NotAllowed), (refusal.Status, refusal.Code));
        }
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task Refuses_an_app_token_whatever_else_is_true(Act act)
    {
        foreach (var standing in Single)
        {
            var (caller, run) = StandingAs(standing);
            Assert.Equal(new Refusal(401, ProblemCodes.SignInRequired), await DecideAsync(caller with { IsPerson = false }, act, run));
        }
        Assert.Empty(_tenant.LookedUp);
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("disabled")]
    [InlineData("guest")]
    public async Task Refuses_an_account_that_is_not_suitable_whatever_its_roles(string what)
    {
        var (caller, run) = StandingAs(Standing.Recipient);
        _tenant.Members.Add((caller.ObjectId, Team));
        _tenant.Roles[caller.ObjectId] = [EntraRoles.GlobalAdministrator];
        if (what is "unknown")
            _tenant.People[caller.ObjectId] = null;
        else
            _tenant.Add(caller.ObjectId, enabled: what is not "disabled", guest: what is "guest");
        foreach (var act in Enum.GetValues<Act>())
            Assert.Equal(Refusal.AccountNotSuitable, await DecideAsync(caller, act, run));
    }

    [Fact]
    public async Task Refuses_when_the_tenant_does_not_answer_and_says_when_to_try_again()
    {
        var (caller, run) = StandingAs(Standing.Approver);
        _tenant.Down = new TenantUnavailableException(TimeSpan.FromSeconds(7));
        Assert.Equal(Refusal.TryAgain(TimeSpan.FromSeconds(7)), await DecideAsync(caller, Act.Approve, run));
    }

    [Theory]
    [InlineData("requester", false)]
    [InlineData("REQUESTER", false)]
    [InlineData("editor", false)]
    [InlineData("recipient", false)]
    [InlineData("requester", true)]
    [InlineData("editor", true)]
    [InlineData("recipient", true)]
    public async Task Lets_nobody_of_the_asking_side_approve_unless_the_organisation_does(string person, bool allowed)
    {
        _tenant.Add(person);
        _tenant.Roles[person] = [EntraRoles.CloudApplicationAdministrator];
        var settings = _settings with { AllowSelfApproval = allowed };
        foreach (var act in (Act[])[Act.Approve, Act.Adopt, Act.HandOverSecret])
            Assert.Equal(allowed ? null : Refusal.SelfApproval, await DecideAsync(new Caller(person, person, true), act, PaperRuns.Planned(), settings));
        // What takes no other person does not care.
        Assert.Null(await DecideAsync(new Caller(person, person, true), Act.Reject, PaperRuns.Planned(), settings));
    }

    [Fact]
    public async Task Asks_for_the_roles_of_the_plan_and_names_them()
    {
        var (caller, run) = StandingAs(Standing.Approver, PaperRuns.Plan(EntraRoles.GlobalAdministrator, EntraRoles.ApplicationAdministrator));
        var refusal = await DecideAsync(caller, Act.Approve, run);
        Assert.Equal((ProblemCodes.NotAllowed, $"{EntraRoles.GlobalAdministrator},{EntraRoles.ApplicationAdministrator}"), (refusal!.Code, refusal.Values!["roles"]));
        _tenant.Roles[Person] = [EntraRoles.ApplicationAdministrator];
        Assert.Null(await DecideAsync(caller, Act.Approve, run));
    }

    [Fact]
    public async Task A_plan_that_names_no_role_is_approved_by_nobody()
    {
        var (caller, run) = StandingAs(Standing.Approver, PaperRuns.Plan());
        _tenant.Roles[Person] = [EntraRoles.GlobalAdministrator];
        Assert.Equal(ProblemCodes.NotAllowed, (await DecideAsync(caller, Act.Approve, run))!.Code);
    }

    [Theory]
    [InlineData(EntraRoles.GlobalAdministrator, true)]
    [InlineData(EntraRoles.ApplicationAdministrator, true)]
    [InlineData(EntraRoles.CloudApplicationAdministrator, true)]
    [InlineData(EntraRoles.PrivilegedRoleAdministrator, false)]
    [InlineData(EntraRoles.SecurityReader, false)]
    [InlineData(EntraRoles.HybridIdentityAdministrator, false)]
    public async Task Without_a_plan_an_approver_holds_a_role_over_applications(string role, bool enough)
    {
        _tenant.Add(Person);
        _tenant.Roles[Person] = [role];
        Assert.Equal(enough, await DecideAsync(Caller, Act.Halt, null) is null);
    }

    [Theory]
    [InlineData(Act.ReadDetails, EntraRoles.SecurityReader, true)]
    [InlineData(Act.ReadDetails, EntraRoles.GlobalReader, true)]
    [InlineData(Act.ReadDetails, EntraRoles.HybridIdentityAdministrator, false)]
    [InlineData(Act.AttestHashSync, EntraRoles.GlobalAdministrator, true)]
    [InlineData(Act.AttestHashSync, EntraRoles.HybridIdentityAdministrator, true)]
    [InlineData(Act.AttestHashSync, EntraRoles.CloudApplicationAdministrator, false)]
    [InlineData(Act.AttestHashSync, EntraRoles.GlobalReader, false)]
    public async Task Some_acts_take_a_role_of_their_own(Act act, string role, bool enough)
    {
        _tenant.Add(Person);
        _tenant.Roles[Person] = [role];
        Assert.Equal(enough, await DecideAsync(Caller, act, null) is null);
    }

    [Fact]
    public async Task Names_the_roles_of_such_an_act()
    {
        _tenant.Add(Person);
        var refusal = await DecideAsync(Caller, Act.AttestHashSync, null);
        Assert.Equal($"{EntraRoles.GlobalAdministrator},{EntraRoles.HybridIdentityAdministrator}", refusal!.Values!["roles"]);
    }

    [Fact]
    public async Task Names_no_role_where_none_would_help()
    {
        _tenant.Add(Person);
        Assert.Equal("", (await DecideAsync(Caller, Act.OpenRun, null))!.Values!["roles"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Where_there_is_a_group_of_approvers_the_role_alone_is_not_enough(bool inGroup)
    {
        var (caller, run) = StandingAs(Standing.Approver);
        if (inGroup)
            _tenant.Members.Add((Person, Approvers));
        var settings = _settings with { ApproverGroup = Approvers };
        Assert.Equal(inGroup, await DecideAsync(caller, Act.Approve, run, settings) is null);
        Assert.Equal(inGroup, await Rules(settings).StillApprovesAsync(Person, run.Plan!, default));
    }

    [Theory]
    [InlineData(Act.Approve, EntraRoles.CloudApplicationAdministrator, true)]
    [InlineData(Act.Approve, EntraRoles.GlobalReader, false)]
    [InlineData(Act.AttestHashSync, EntraRoles.HybridIdentityAdministrator, true)]
    public async Task A_role_that_could_be_activated_is_named_but_gives_no_right(Act act, string eligible, bool named)
    {
        _tenant.Add(Person);
        _tenant.Eligible[Person] = [eligible.ToUpperInvariant(), "another"];
        var refusal = await DecideAsync(Caller, act, PaperRuns.Planned());
        Assert.Equal((403, named ? ProblemCodes.RoleNotActivated : ProblemCodes.NotAllowed), (refusal!.Status, refusal.Code));
        Assert.NotEqual("", refusal.Values!["roles"]);
        if (named)
            Assert.Equal(eligible, refusal.Values["eligible"], ignoreCase: true);
    }

    [Fact]
    public async Task Tells_without_asking_anybody_whose_secret_it_is()
    {
        var refusal = await DecideAsync(Caller, Act.Collect, PaperRuns.Planned());
        Assert.Equal((403, ProblemCodes.NotRecipient, PaperRuns.Recipient.Name), (refusal!.Status, refusal.Code, refusal.Values!["recipient"]));
        Assert.Equal("", (await DecideAsync(Caller, Act.Collect, PaperRuns.Draft()))!.Values!["recipient"]);
        Assert.Equal("", (await DecideAsync(Caller, Act.Collect, null))!.Values!["recipient"]);
        Assert.Empty(_tenant.LookedUp);
    }

    [Fact]
    public async Task Knows_people_by_their_id_in_any_case()
    {
        _tenant.Add("RECIPIENT");
        Assert.Null(await DecideAsync(new Caller("RECIPIENT", "Rex", true), Act.Collect, PaperRuns.Planned()));
        _tenant.Add("EDITOR");
        _tenant.Members.Add(("EDITOR", Team));
        Assert.Null(await DecideAsync(new Caller("EDITOR", "Ed", true), Act.Cancel, PaperRuns.Planned()));
    }

    [Fact]
    public async Task Who_asked_and_has_left_the_team_is_no_asker_any_more()
    {
        _tenant.Add("requester");
        Assert.NotNull(await DecideAsync(new Caller("requester", "Rita", true), Act.Cancel, PaperRuns.Planned()));
    }

    [Theory]
    [InlineData("enabled", true)]
    [InlineData("disabled", false)]
    [InlineData("guest", false)]
    [InlineData("roleless", false)]
    public async Task An_approver_is_looked_at_again_when_the_job_starts(string what, bool still)
    {
        _tenant.Add(Person, enabled: what is not "disabled", guest: what is "guest");
        _tenant.Roles[Person] = what is "roleless" ? [] : [EntraRoles.CloudApplicationAdministrator];
        Assert.Equal(still, await Rules(_settings).StillApprovesAsync(Person, PaperRuns.Planned().Plan!, default));
    }

    /// <summary>Who might do it is refused where the record is not the product's own, but for looking at it and ending what it might do.</summary>
    [Theory]
    [MemberData(nameof(Acts))]
    public async Task What_somebody_else_wrote_is_no_run_to_act_on(Act act)
    {
        var may = Single.First(s => (s is Standing.Asker ? Standing.Asker | Standing.Member : s) is var held && (held & Rulebook.Of(act).Any) is not Standing.None);
        var (caller, run) = StandingAs(may);

        var refusal = await Rules(_settings).DecideAsync(caller, act, run, default);

        Assert.Equal(act is Act.ReadRun or Act.ReadDetails or Act.Cancel or Act.Revoke ? null : ProblemCodes.RecordChanged, refusal?.Code);
    }

    private static Caller Caller => new(Person, "Percy", true);

    private (Caller Caller, Run Run) StandingAs(Standing standing, PlanView? plan = null)
    {
        var run = PaperRuns.Planned(plan);
        var id = standing switch { Standing.Asker => run.RequesterId, Standing.Recipient => run.RecipientId!, _ => Person };
        _tenant.Add(id);
        if (standing is Standing.Member or Standing.Asker)
            _tenant.Members.Add((id, Team));
        if (RoleOf(standing) is { } role)
            _tenant.Roles[id] = [role];
        return (new Caller(id, id, true), run);
    }

    private static string? RoleOf(Standing standing) => standing switch
    {
        Standing.Approver => EntraRoles.CloudApplicationAdministrator,
        Standing.Reader => EntraRoles.SecurityReader,
        Standing.HybridAdministrator => EntraRoles.HybridIdentityAdministrator,
        _ => null,
    };

    private AccessRules Rules(AccessSettings settings) => new(_tenant, PaperRuns.Records, settings);

    private Task<Refusal?> DecideAsync(Caller caller, Act act, Run? run, AccessSettings? settings = null)
    {
        if (run is not null)
            PaperRuns.Seal.Begin(run);
        return Rules(settings ?? _settings).DecideAsync(caller, act, run, default);
    }
}
