using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.Control;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests.Checks;

public sealed class Conditional_Access : IClassFixture<FinishedSetup>
{
    private const string Reader = "5d6b6bb7-de71-4623-b4af-96380a352509";

    private readonly FinishedSetup setup;

    public Conditional_Access(FinishedSetup setup)
    {
        this.setup = setup;
        setup.Restore();
    }

    private static readonly string Dynamics = WellKnown.DynamicsAppId.ToString(), User = Contoso.SyncUser.ObjectId.ToString(), Team = Contoso.TeamGroupId.ToString();

    private static readonly (string Name, ConditionalAccessPolicy Policy, string Code, string? Reason)[] All =
    [
        ("block", Grants(new() { BuiltInControls = ["block"] }), Blocks, PhraseCodes.DetailPolicyBlock),
        ("mfa", Grants(Mfa), Blocks, PhraseCodes.DetailPolicyMfa),
        ("strength", Grants(new() { AuthenticationStrength = new("1", "Phishing-resistant MFA") }), Blocks, PhraseCodes.DetailPolicyStrength),
        ("device", Grants(new() { BuiltInControls = ["compliantDevice"] }), Blocks, PhraseCodes.DetailPolicyDevice),
        ("app", Grants(new() { BuiltInControls = ["approvedApplication"] }), Blocks, PhraseCodes.DetailPolicyApp),
        ("terms", Grants(new() { TermsOfUse = ["t"] }), Blocks, PhraseCodes.DetailPolicyTerms),
        ("factor", Grants(new() { CustomAuthenticationFactors = ["f"] }), Blocks, PhraseCodes.DetailPolicyOther),
        ("session only", Grants(null), Clear, null),
        ("off", Grants(Mfa) with { State = "disabled" }, Clear, null),
        ("report only", Grants(Mfa) with { State = "enabledForReportingButNotEnforced" }, Clear, null),
        ("this app", On(new() { Applications = new() { IncludeApplications = [Dynamics] } }), Blocks, PhraseCodes.DetailPolicyMfa),
        ("another app", On(new() { Applications = new() { IncludeApplications = [Guid.NewGuid().ToString()] } }), Clear, null),
        ("app excluded", On(new() { Applications = new() { ExcludeApplications = [Dynamics] } }), Clear, null),
        ("this user", On(new() { Users = new() { IncludeUsers = [User] } }), Blocks, PhraseCodes.DetailPolicyMfa),
        ("another user", On(new() { Users = new() { IncludeUsers = [Contoso.Megan.ObjectId.ToString()] } }), Clear, null),
        ("user excluded", On(new() { Users = new() { ExcludeUsers = [User] } }), Clear, null),
        ("group", On(new() { Users = new() { IncludeUsers = [], IncludeGroups = [Team] } }), Blocks, PhraseCodes.DetailPolicyMfa),
        ("group excluded", On(new() { Users = new() { ExcludeGroups = [Team] } }), Clear, null),
        ("role", On(new() { Users = new() { IncludeUsers = [], IncludeRoles = [Reader] } }), Blocks, PhraseCodes.DetailPolicyMfa),
        ("role excluded", On(new() { Users = new() { ExcludeRoles = [Reader] } }), Clear, null),
        ("browser", On(new() { ClientAppTypes = ["browser"] }), Clear, null),
        ("clients", On(new() { ClientAppTypes = ["mobileAppsAndDesktopClients"] }), Blocks, PhraseCodes.DetailPolicyMfa),
        ("place", On(new() { Locations = new() { IncludeLocations = ["All"], ExcludeLocations = ["AllTrusted"] } }), MayBlock, PhraseCodes.DetailPolicyMfa),
        ("any place", On(new() { Locations = new() { IncludeLocations = ["All"] } }), Blocks, PhraseCodes.DetailPolicyMfa),
        ("platform", On(new() { Platforms = new() { IncludePlatforms = ["windows"] } }), MayBlock, PhraseCodes.DetailPolicyMfa),
        ("device filter", On(new() { Devices = new(new("exclude", "device.isCompliant -eq True")) }), MayBlock, PhraseCodes.DetailPolicyMfa),
        ("risk", On(new() { SignInRiskLevels = ["high"] }), MayBlock, PhraseCodes.DetailPolicyMfa),
    ];

    public static TheoryData<string> Names => [.. All.Select(one => one.Name)];

    private const string Blocks = PhraseCodes.CheckConditionalAccessBlocks, MayBlock = PhraseCodes.CheckConditionalAccessMayBlock, Clear = PhraseCodes.CheckConditionalAccessClear;

    private static GrantControls Mfa => new() { BuiltInControls = ["mfa"] };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Is_judged_for_this_user_this_app_and_this_way_in(string name)
    {
        var (_, policy, code, reason) = All.Single(one => one.Name == name);
        setup.Contoso.Change(t => t.Groups[Contoso.TeamGroupId] = t.Groups[Contoso.TeamGroupId] with { Members = [Contoso.SyncUser.ObjectId] });
        await setup.Levers.SetRolesAsync(Contoso.SyncUser, "Security Reader");
        await setup.Levers.AddConditionalAccessAsync(policy);

        var result = await setup.CheckAsync(CheckIds.ConditionalAccess);

        Assert.Equal(code, result.Finding.Code);
        Assert.Equal(reason, result.Details.Skip(1).SingleOrDefault()?.Code);
        Assert.Equal(reason is null ? null : "Contoso rule", result.Details.Skip(1).SingleOrDefault()?.Values!["policy"]);
        Assert.DoesNotContain(result.Evidence, e => e.Says.Values!.Values.Contains("Contoso rule"));
    }

    [Fact]
    public async Task Is_asked_again_when_throttled_without_a_time_to_wait()
    {
        await setup.Levers.AddFaultAsync(new Fault { Kind = FaultKind.Throttled, Path = "/identity/conditionalAccess/policies" });

        Assert.Equal(CheckState.Passed, (await setup.CheckAsync(CheckIds.ConditionalAccess)).State);
    }

    private static ConditionalAccessPolicy Grants(GrantControls? controls) => new() { Id = Guid.NewGuid().ToString(), DisplayName = "Contoso rule", GrantControls = controls };

    private static ConditionalAccessPolicy On(ConditionalAccessConditions conditions) => Grants(Mfa) with { Conditions = conditions };
}
