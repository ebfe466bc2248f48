using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Tests.World;

/// <summary>Runs without a backend around them, for rules that are tried in every combination.</summary>
internal static class PaperRuns
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    public static readonly PersonView Requester = new("requester", "Rita"), Editor = new("editor", "Ed"), Recipient = new("recipient", "Rex"), Approver = new("approver", "Ava");
    public static readonly ApprovalWait Wait = new(TimeSpan.FromDays(3), [33, 66]);

    public static DetailsView Details { get; } = new()
    {
        OrganisationUrl = "https://contoso.crm.dynamics.com",
        SyncUser = "sync@contoso.com",
        Method = AuthenticationMethod.PasswordGrant,
        AppName = "Marketo Integration",
        SecretDescription = "Marketo sync",
        SecretLifetimeDays = 180,
        Recipient = Recipient,
    };

    public static PlanView Plan(params string[] roles) => new() { Hash = "hash", Items = [new PlanItemView(StepKey.Application, PlanEffect.Create, new Phrase("x"), [])], ApproverRoles = roles };

    public static Run Draft() => Run.Open(Requester, Now, TimeSpan.FromDays(3));

    public static Run Planning()
    {
        var run = Draft();
        Assert.Null(run.TakeDetails(Details, RunKind.Setup, Guid.NewGuid(), Editor, Now));
        return run;
    }

    public static Run Planned(PlanView? plan = null)
    {
        var run = Planning();
        run.TakePlan(plan ?? Plan(EntraRoles.CloudApplicationAdministrator), drifted: false, Wait, Now);
        return run;
    }

    public static Run Applying()
    {
        var run = Planned();
        Assert.Null(run.Approve(Approver, "hash", 1, Now));
        return run;
    }
}
