using MarketoSetupBot.Cards;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Tests.Cards;

/// <summary>Runs in the states that people meet, for cards to show.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 15, 47, 12, TimeSpan.Zero);
    public static readonly Guid RunId = Guid.Parse("3b0f6a1e-0000-4000-8000-00000000a001");
    public static readonly Guid ConnectionId = Guid.Parse("3b0f6a1e-0000-4000-8000-00000000c001");
    public const string ClientId = "8f1d6c02-9a3b-4e57-b0c1-2d4e6f8a0b1c";
    public const string Secret = "Abc8Q~x_Y*z.[1](2)-3~4567890123456789abc";

    public static readonly PersonView Alex = new("3a1f0b52-0000-4000-8000-000000000001", "Alex Wilber");
    public static readonly PersonView Megan = new("3a1f0b52-0000-4000-8000-000000000002", "Megan Bowen");

    public static RunView Draft => Run(RunState.Draft, StepKey.Details) with { Details = null };

    public static RunView Planning => Run(RunState.Planning, StepKey.Plan);

    public static RunView Planned => Run(RunState.Planned, StepKey.Approve, StepState.Waiting) with { Plan = Plan };

    public static RunView Drifted
    {
        get
        {
            var run = Planned;
            return run with { Steps = [.. run.Steps.Select(s => s.Key is StepKey.Plan ? s with { Says = new Phrase(PhraseCodes.PlanDrifted) } : s)] };
        }
    }

    public static RunView Blocked => Run(RunState.Blocked, StepKey.Plan, StepState.Waiting) with
    {
        Plan = Plan with { Items = [], Blockers = [new(PhraseCodes.BlockedFederated, ("domain", "corp.contoso.com"))] },
    };

    public static RunView Applying => Run(RunState.Applying, StepKey.Consent, StepState.Waiting, new Phrase(PhraseCodes.WaitingForReplication, ("until", "2026-11-22T15:48:00Z"))) with { Plan = Plan, Approver = Alex };

    public static RunView Failed => Run(RunState.Failed, StepKey.Consent, StepState.Failed, new Phrase(PhraseCodes.FailedPermissionMissing, ("permission", "DelegatedPermissionGrant.ReadWrite.All"))) with
    {
        Plan = Plan,
        Approver = Alex,
        Reference = "4bf92f3577b34da6a3ce929d0e0e4736",
    };

    public static RunView Delivering(DeliveryState state = DeliveryState.Waiting, bool existing = false, int issued = 1) =>
        Run(RunState.Delivering, StepKey.Secret, StepState.Waiting, new Phrase(PhraseCodes.SecretWaiting, ("recipient", Megan.Name))) with
        {
            Plan = Plan,
            Approver = Alex,
            Delivery = Delivery(state) with { ExistingExpiresAt = existing ? Now.AddDays(60) : null, Issued = issued },
            Notices = [new(1, new Phrase(PhraseCodes.CollectRefusedFor, ("by", "Isaiah Langer")), Now)],
        };

    public static RunView NotMade => Run(RunState.Delivering, StepKey.Secret, StepState.Waiting, new Phrase(PhraseCodes.SecretNotMade)) with
    {
        Plan = Plan,
        Approver = Alex,
        Delivery = Delivery(DeliveryState.Waiting) with { Issued = 0 },
    };

    public static RunView Guiding(StepKey act, params MarketoCheck[] red) => Run(RunState.Guiding, act, StepState.Waiting) with
    {
        Plan = Plan,
        Approver = Alex,
        Delivery = Delivery(DeliveryState.Confirmed),
        Marketo = new MarketoView(act, red),
    };

    public static RunView GuidingOnPremises(StepKey act)
    {
        var run = Guiding(act) with { Kind = RunKind.MarketoActsOnly, Delivery = null, ConnectionId = null };
        return run with
        {
            Steps = [.. run.Steps.Select(s => s.Key is >= StepKey.Application and <= StepKey.Secret ? s with { State = StepState.Skipped, Says = new Phrase(PhraseCodes.NotNeededOnPremises) } : s)],
        };
    }

    public static RunView Completed => Over(RunState.Completed) with { NothingChanged = true };

    public static RunView Cancelled => Run(RunState.Cancelled, StepKey.Approve) with { EndedBy = Megan };

    public static RunView CancelledInMarketo => Guiding(StepKey.Save) with { State = RunState.Cancelled, EndedBy = Megan };

    public static RunView Expired => Run(RunState.Expired, StepKey.Secret) with { Delivery = Delivery(DeliveryState.Waiting) };

    public static CollectedSecret Collected => new()
    {
        ClientId = ClientId,
        Secret = Secret,
        ExpiresAt = Now.AddDays(180),
        ShowUntil = Now.AddMinutes(2),
        Run = Delivering(DeliveryState.HandedOut),
    };

    public static DetailsForm Form => new()
    {
        Run = RunId,
        Version = 1,
        Typed = new Dictionary<string, string>
        {
            [Inputs.Method] = "passwordGrant",
            [Inputs.AppName] = "Marketo Integration",
            [Inputs.SecretDescription] = "Marketo sync",
            [Inputs.SecretLifetimeDays] = "180",
            [Inputs.RecipientId] = Alex.ObjectId,
        },
        Recipients = [Alex, Megan],
        Channels = [new("19:general@thread.tacv2", "Contoso Marketing", "General")],
        MaximumLifetimeDays = 365,
    };

    public static DetailsForm WrongForm => Form with
    {
        Typed = new Dictionary<string, string>(Form.Typed)
        {
            [Inputs.OrganisationUrl] = "http://contoso.example",
            [Inputs.SyncUser] = "marketo.sync",
            [Inputs.SecretLifetimeDays] = "9999",
        },
        Errors = new Dictionary<string, Phrase>
        {
            [Inputs.OrganisationUrl] = new(PhraseCodes.UrlHostRefused, ("host", "contoso.example")),
            [Inputs.SyncUser] = new(PhraseCodes.UserPrincipalNameInvalid),
            [Inputs.SecretLifetimeDays] = new(PhraseCodes.LifetimeOutOfRange, ("minimum", "1"), ("maximum", "365")),
        },
    };

    /// <summary>Every check there is, each with the longest it can say.</summary>
    public static ValidationView WholeValidation { get; } = new()
    {
        Id = Guid.Parse("3b0f6a1e-0000-4000-8000-00000000c001"),
        ConnectionId = ConnectionId,
        OrganisationHost = "contoso.crm.dynamics.com",
        At = Now,
        By = Megan,
        Expected = CheckIds.All.Count,
        Checks = [.. CheckIds.All.Select((id, n) => new CheckView(id, (CheckState)(n % 4), LongestFinding(id), new Uri("https://entra.microsoft.com/7d1c9a52-4b0e-4f57-9a63-2c8e5b1f0a11/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Overview"))
        {
            Roles = [EntraRoles.DynamicsAdministrator, EntraRoles.PowerPlatformAdministrator],
            Evidence = [new EvidenceView(new Phrase(PhraseCodes.EvidenceDynamicsAsApplication), "GET /api/data/v9.2/systemusers", Now)],
            DetailsWithheld = n % 5 == 0,
            Repair = n % 6 == 1 ? Repairs.Consent : null,
        })],
        Better = [CheckIds.DynamicsRole],
        Worse = [CheckIds.DynamicsSteps, CheckIds.Secret],
        Marketo =
        [
            new(MarketoCheck.UrlIsValid, CheckState.Passed, [CheckIds.DynamicsUrl], false, MarketoVerdict.Agree),
            new(MarketoCheck.UsernameAndPasswordAreValid, CheckState.Warning, [CheckIds.Secret], false, MarketoVerdict.Agree),
            new(MarketoCheck.SyncUserHasRole, CheckState.Failed, [CheckIds.DynamicsRole], true, MarketoVerdict.Agree),
            new(MarketoCheck.SolutionIsInstalled, CheckState.Passed, [CheckIds.DynamicsSolution], true, MarketoVerdict.RedButGood),
            new(MarketoCheck.StepsAreEnabled, CheckState.Failed, [CheckIds.DynamicsSteps], false, MarketoVerdict.GreenButBad),
            new(MarketoCheck.SyncUserAssignedToSolution, CheckState.NotChecked, [CheckIds.DynamicsConfig], true, MarketoVerdict.Unknown),
            new(MarketoCheck.SyncUserMatches, CheckState.NotChecked, [CheckIds.DynamicsConfigUser], null, MarketoVerdict.Unknown),
        ],
        Report = new([MarketoCheck.SyncUserHasRole, MarketoCheck.SolutionIsInstalled], Megan, Now),
    };

    private static Phrase LongestFinding(string id) => CheckIds.GroupOf(id) is CheckGroup.Dynamics
        ? new Phrase(PhraseCodes.NotCheckedDynamicsPerson)
        : new Phrase(PhraseCodes.CheckConsentMissing);

    public static ValidationView Validation(CheckState worst) => new()
    {
        ConnectionId = ConnectionId,
        OrganisationHost = "contoso.crm.dynamics.com",
        At = Now,
        Checks =
        [
            new(CheckIds.Application, CheckState.Passed, new Phrase(PhraseCodes.CheckAppPresent, ("app", "Marketo Integration"), ("clientId", ClientId))),
            new(CheckIds.Audience, CheckState.Passed, new Phrase(PhraseCodes.CheckSingleTenant)),
            worst is CheckState.Failed
                ? new(CheckIds.Consent, CheckState.Failed, new Phrase(PhraseCodes.CheckConsentMissing), new Uri("https://entra.microsoft.com/#view/App(1)/permissions"))
                : new(CheckIds.Consent, CheckState.Passed, new Phrase(PhraseCodes.CheckConsentPresent)),
            worst is CheckState.Failed or CheckState.Warning
                ? new(CheckIds.Secret, CheckState.Warning, new Phrase(PhraseCodes.CheckSecretExpiresSoon, ("days", "12"), ("expires", "2026-12-04T00:00:00Z")))
                : new(CheckIds.Secret, CheckState.Passed, new Phrase(PhraseCodes.CheckSecretValid, ("days", "180"), ("expires", "2027-05-21T00:00:00Z"))),
            worst is CheckState.Passed
                ? new(CheckIds.Domain, CheckState.Passed, new Phrase(PhraseCodes.CheckDomainManaged, ("domain", "contoso.onmicrosoft.com")))
                : new(CheckIds.Domain, CheckState.NotChecked, new Phrase(PhraseCodes.NotCheckedBecause, ("check", CheckIds.Consent))),
        ],
    };

    public static ProblemView Problem(string code) => new()
    {
        Type = ProblemCodes.TypePrefix + code,
        Code = code,
        Status = 409,
        Values = new Dictionary<string, string>
        {
            ["roles"] = $"{EntraRoles.GlobalAdministrator},{EntraRoles.CloudApplicationAdministrator}",
            ["recipient"] = Megan.Name,
            ["permission"] = "Application.ReadWrite.OwnedBy",
            ["code"] = "CredentialTypeNotAllowedAsPerAppPolicy",
        },
        Reference = "4bf92f3577b34da6a3ce929d0e0e4736",
        Run = code is ProblemCodes.Stale or ProblemCodes.PlanChanged or ProblemCodes.AlreadyCollected ? Delivering(DeliveryState.Unconfirmed) : null,
    };

    public static IReadOnlyList<ConnectionView> Connections =>
    [
        new() { Id = ConnectionId, OrganisationHost = "contoso.crm.dynamics.com", AppName = "Marketo Integration", ClientId = ClientId, SecretExpiresAt = Now.AddDays(180) },
        new() { Id = Guid.Parse("3b0f6a1e-0000-4000-8000-00000000c002"), OrganisationHost = "fabrikam.crm4.dynamics.com" },
    ];

    /// <summary>Nine runs with names that try to break out.</summary>
    public static IReadOnlyList<RunView> Many =>
        [Guiding(StepKey.Save), Planned, Completed, Failed, .. Enumerable.Range(0, 5).Select(_ => Cancelled with { Requester = new PersonView("x", "**Eve** [click](https://evil.example) <at>Alex</at>") })];

    private static DeliveryView Delivery(DeliveryState state) => new()
    {
        State = state,
        ClientId = ClientId,
        Recipient = Megan,
        HandedOutAt = state is DeliveryState.Waiting ? null : Now,
        ShowUntil = state is DeliveryState.HandedOut ? Now.AddMinutes(2) : null,
        SecretExpiresAt = state is DeliveryState.Waiting ? null : Now.AddDays(180),
        Issued = state is DeliveryState.Waiting ? 0 : 1,
    };

    private static PlanView Plan => new()
    {
        Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        Items =
        [
            new(StepKey.Application, PlanEffect.Create, new Phrase(PhraseCodes.AppWillBeCreated, ("app", "Marketo Integration")), ["PATCH /v1.0/applications(uniqueName='marketo-setup-bot-1f')"]),
            new(StepKey.ServicePrincipal, PlanEffect.Create, new Phrase(PhraseCodes.ServicePrincipalWillBeCreated), ["POST /v1.0/servicePrincipals"]),
            new(StepKey.Permission, PlanEffect.Change, new Phrase(PhraseCodes.PermissionWillBeAdded), ["PATCH /v1.0/applications/{id}"]),
            new(StepKey.SignIn, PlanEffect.Keep, new Phrase(PhraseCodes.DomainManaged, ("domain", "contoso.onmicrosoft.com")), []),
            new(StepKey.Consent, PlanEffect.Create, new Phrase(PhraseCodes.ConsentWillBeGranted), ["POST /v1.0/oauth2PermissionGrants"]),
            new(StepKey.Secret, PlanEffect.Create, new Phrase(PhraseCodes.SecretAtCollect, ("recipient", Megan.Name), ("days", "180"), ("expires", "2027-05-21T15:47:00Z")), ["POST /v1.0/applications/{id}/addPassword"]),
            new(StepKey.DisableSync, PlanEffect.ByHand, new Phrase(PhraseCodes.MarketoActsByHand), []),
        ],
        Risks = [new(PhraseCodes.RiskTenantWide), new(PhraseCodes.RiskPasswordGrant)],
        ApproverRoles = [EntraRoles.GlobalAdministrator, EntraRoles.ApplicationAdministrator, EntraRoles.CloudApplicationAdministrator],
        ExpiresAt = Now.AddDays(3),
        SecretLifetimeDays = 180,
    };

    private static readonly StepKey[] OfServerToServer = [StepKey.ApplicationUser, StepKey.SwitchMethod, StepKey.Settle];

    public static IReadOnlyList<StepKey> ServerToServerActs { get; } =
        [StepKey.DisableSync, StepKey.EditCredentials, StepKey.ValidateSyncSetup, StepKey.SwitchMethod, StepKey.Settle, StepKey.EnableSync];

    public static RunView GuidingServerToServer(StepKey act)
    {
        var run = Guiding(act);
        StepKey[] before = [StepKey.Details, StepKey.Plan, StepKey.Approve, StepKey.Application, StepKey.ServicePrincipal, StepKey.ApplicationUser, StepKey.Secret];
        var found = new Phrase(PhraseCodes.ApplicationUserFound, ("email", "marketo.app@contoso.com"), ("tenant", "7d1c9a52-4b0e-4f57-9a63-2c8e5b1f0a11"));
        return run with
        {
            Details = run.Details! with { Method = AuthenticationMethod.ServerToServer },
            Marketo = new MarketoView(act, [], act is StepKey.Settle ? Now.AddMinutes(15) : null),
            Steps =
            [
                .. before.Select(k => new StepView(k, StepState.Succeeded, k is StepKey.ApplicationUser ? found : new Phrase(PhraseCodes.Done), Now)),
                .. ServerToServerActs.Select(k => new StepView(k, k < act ? StepState.Succeeded : k == act ? StepState.Waiting : StepState.Pending)),
            ],
        };
    }

    public static RunView MadeByHand => Delivering(DeliveryState.Confirmed, issued: 0) with { Delivery = Delivery(DeliveryState.Confirmed) with { Issued = 0, ByHand = true } };

    public static IEnumerable<string> HandActCodes =>
        typeof(HandActs).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!);

    public static RunView ByHand(string code, string? asks = null, Phrase? says = null) =>
        Run(RunState.Applying, StepKey.Consent, StepState.Waiting, says ?? new Phrase(PhraseCodes.WaitingForHandAct, ("permission", "DelegatedPermissionGrant.ReadWrite.All"))) with
        {
            Plan = Plan,
            HandAct = new HandActView
            {
                Code = code,
                Values = new Dictionary<string, string> { ["app"] = "Marketo Integration", ["clientId"] = ClientId, ["host"] = "contoso.crm.dynamics.com", ["recipient"] = "Megan Bowen" },
                Copy = code switch
                {
                    HandActs.AllowCloudPasswords or HandActs.AddOwner or HandActs.GrantConsentForUser => new Dictionary<string, string>
                    {
                        ["address"] = "https://graph.microsoft.com/v1.0/policies/homeRealmDiscoveryPolicies",
                        ["body"] = "{\"displayName\":\"Marketo sync\"}",
                    },
                    HandActs.ApplicationUser => new Dictionary<string, string> { ["client-id"] = ClientId, ["email"] = "marketo.app@contoso.com" },
                    HandActs.MakeSecret => new Dictionary<string, string> { ["description"] = "Marketo sync", ["end"] = "2027-05-21" },
                    HandActs.RegisterApplication => new Dictionary<string, string> { ["name"] = "Marketo Integration" },
                    _ => new Dictionary<string, string>(),
                },
                Portal = new Uri(code is HandActs.AllowCloudPasswords ? "https://developer.microsoft.com/graph/graph-explorer?request=x" : "https://entra.microsoft.com/x#view/y"),
                Permission = code is HandActs.ApplicationUser ? null : "DelegatedPermissionGrant.ReadWrite.All",
                Roles = [EntraRoles.GlobalAdministrator, EntraRoles.ApplicationAdministrator],
                Asks = asks,
            },
        };

    public static RunView Federated => Blocked with { Plan = Blocked.Plan! with { Choices = [SignInChoice.ServerToServer, SignInChoice.CloudOnlyUser, SignInChoice.CloudPasswords] } };

    public static RunView CloudPasswordsPlanned => Planned with
    {
        Plan = Plan with
        {
            Items = [.. Plan.Items, new(StepKey.SignIn, PlanEffect.Create, new Phrase(PhraseCodes.PolicyWillBeCreated, ("app", "Marketo Integration")), ["POST /v1.0/policies/homeRealmDiscoveryPolicies"])],
            Risks = [new Phrase(PhraseCodes.RiskCloudPasswords, ("domain", "corp.contoso.com"))],
            MustAccept = [PhraseCodes.RiskCloudPasswords],
        },
    };

    public static RunView WithCandidates(bool chosen) => Planned with
    {
        Details = Planned.Details! with { ExistingClientId = chosen ? ClientId : null },
        Plan = Plan with
        {
            Candidates =
            [
                new AppCandidateView
                {
                    ClientId = ClientId, Name = "Marketo Integration", CreatedAt = Now.AddYears(-1), Owners = ["Alex Wilber"], RedirectAddresses = ["https://localhost/"],
                    Permissions = 2, AsksForDynamics = true,
                    Credentials =
                    [
                        new Phrase(PhraseCodes.CandidateSecret, ("name", "made by hand"), ("expires", "2027-05-21T00:00:00Z")),
                        new Phrase(PhraseCodes.CandidateFederated, ("name", "pipeline")),
                    ],
                },
            ],
        },
    };

    private static RunView Over(RunState state)
    {
        var run = Guiding(StepKey.EnableSync);
        return run with { State = state, Steps = [.. run.Steps.Select(s => s with { State = StepState.Succeeded, Says = new Phrase(PhraseCodes.Done) })] };
    }

    private static RunView Run(RunState state, StepKey at, StepState how = StepState.Running, Phrase? says = null) => new()
    {
        Id = RunId,
        Version = 7,
        Kind = RunKind.Setup,
        State = state,
        Requester = Alex,
        ConnectionId = ConnectionId,
        OpenedAt = Now,
        ChangedAt = Now.AddMinutes(4),
        Details = new DetailsView
        {
            OrganisationUrl = "https://contoso.crm.dynamics.com",
            SyncUser = "marketo_sync@contoso.onmicrosoft.com",
            Method = AuthenticationMethod.PasswordGrant,
            AppName = "Marketo Integration",
            SecretDescription = "Marketo sync",
            SecretLifetimeDays = 180,
            Recipient = Megan,
            Warnings = [new Phrase(PhraseCodes.SecurityDefaultsOn)],
        },
        Steps =
        [
            .. Enum.GetValues<StepKey>().Where(key => key is < StepKey.RemoveSecrets or > StepKey.Recheck).Except(OfServerToServer).Select(key =>
                key < at ? new StepView(key, StepState.Succeeded, new Phrase(PhraseCodes.Done), Now)
                : key == at ? new StepView(key, how, says, Now)
                : new StepView(key, StepState.Pending)),
        ],
    };
}
