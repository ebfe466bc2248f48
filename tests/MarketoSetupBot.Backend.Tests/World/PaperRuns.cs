using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Steps;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Tests.World;

/// <summary>Runs without a backend around them, for rules that are tried in every combination.</summary>
internal static class PaperRuns
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    public static readonly PersonView Requester = new("requester", "Rita"), Editor = new("editor", "Ed"), Recipient = new("recipient", "Rex"), Approver = new("approver", "Ava");
    public static readonly ApprovalWait Wait = new(TimeSpan.FromDays(3), [33, 66]);

    public static readonly RunSeal Seal = new(new AuditKey(new byte[AuditKey.Bytes]));

    /// <summary>What stands on paper has no older record.</summary>
    public static readonly IRunRecords Records = new BySealAlone();

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

    /// <summary>Every step of the Entra part over, and the secret offered for a week.</summary>
    public static Run Delivering(Connection connection, bool wrote = true)
    {
        var run = Applying();
        run.Clear();
        while (run.NextEntraStep is { } step)
            run.EndStep(step.Key, StepResult.Succeeded(new Phrase("x"), wrote), Now, null);
        run.OfferSecret(connection, Week, Now);
        return run;
    }

    public static readonly TimeSpan Week = TimeSpan.FromDays(7);

    public static Connection Connection() => Backend.Connections.Connection.New("tenant", "contoso.crm.dynamics.com", Now);

    public static IssuedSecret Secret(Run run, SecretFate fate = SecretFate.HandedOut, DateTimeOffset? expires = null) => new()
    {
        Id = Guid.NewGuid(),
        RunId = run.Id,
        RecipientId = Recipient.ObjectId,
        Marker = "m",
        RequestedAt = Now,
        KeyId = Guid.NewGuid(),
        ExpiresAt = expires ?? Now.AddDays(180),
        Fate = fate,
    };

    private sealed class BySealAlone : IRunRecords
    {
        public Task<bool> AreRightAsync(Run run, CancellationToken cancellationToken) => Task.FromResult(Seal.IsRight(run));
    }
}
