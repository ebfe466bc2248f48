using MarketoSetupBot.Backend.Authentication;
using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Access;

/// <summary>
/// The one place that decides who may do what on which run. Everything is read live from Entra for this act: an account that is missing, disabled
/// or a guest's, an empty list and a failed look-up all mean no.
/// </summary>
public sealed class AccessRules(IDirectory directory, AccessSettings settings)
{
    /// <summary>What an approver must hold where no plan says otherwise yet.</summary>
    private static readonly string[] AdministratorRoles =
        [EntraRoles.GlobalAdministrator, EntraRoles.ApplicationAdministrator, EntraRoles.CloudApplicationAdministrator];

    /// <returns>Null: allowed.</returns>
    public async Task<Refusal?> DecideAsync(Caller caller, Act act, Run? run, CancellationToken cancellationToken)
    {
        // Whose secret it is, is known without asking anybody.
        if (act is Act.Collect or Act.ConfirmCopied or Act.KeepSecret && !IsRecipient(caller, run))
            return NotRecipient(run);
        try
        {
            return await DecideLiveAsync(caller, act, run, cancellationToken);
        }
        catch (TenantUnavailableException e)
        {
            return Refusal.TryAgain(e.RetryAfter);
        }
    }

    /// <summary>Whether an approver may still be that: asked again when the job starts.</summary>
    /// <exception cref="TenantUnavailableException">Nothing is known.</exception>
    public async Task<bool> StillApprovesAsync(string personId, PlanView plan, CancellationToken cancellationToken)
        => IsSuitable(await directory.FindAsync(personId, cancellationToken))
            && await HoldsOneOfAsync(personId, plan.ApproverRoles, cancellationToken);

    private async Task<Refusal?> DecideLiveAsync(Caller caller, Act act, Run? run, CancellationToken cancellationToken)
    {
        var account = directory.FindAsync(caller.ObjectId, cancellationToken);
        var member = directory.IsMemberAsync(caller.ObjectId, settings.RequesterGroup, cancellationToken);
        await Task.WhenAll(account, member);
        if (!IsSuitable(await account))
            return Refusal.AccountNotSuitable;
        var inTeam = await member;
        return act switch
        {
            Act.Collect or Act.ConfirmCopied or Act.KeepSecret => null,
            Act.Approve => await DecideApprovalAsync(caller, run!, cancellationToken),
            Act.IssueAgain => await DecideIssueAgainAsync(caller, run!, cancellationToken),
            Act.Revoke when IsRecipient(caller, run) => null,
            Act.Revoke => await DecideByRoleAsync(caller, ApproverRoles(run), cancellationToken),
            Act.Cancel when inTeam && IsAsker(caller, run!) => null,
            Act.Cancel => await DecideByRoleAsync(caller, ApproverRoles(run), cancellationToken),
            Act.ReadRun when inTeam || IsRecipient(caller, run) => null,
            Act.ReadRun => await DecideByRoleAsync(caller, ApproverRoles(run), cancellationToken),
            _ => inTeam ? null : Refusal.NotAllowed([]),
        };
    }

    private async Task<Refusal?> DecideApprovalAsync(Caller caller, Run run, CancellationToken cancellationToken)
    {
        // Without a plan there is nothing to approve; the run itself says that it stands elsewhere.
        if (await DecideByRoleAsync(caller, ApproverRoles(run), cancellationToken) is { } refusal)
            return refusal;
        return run.IsOnTheAskingSide(caller.ObjectId) && !settings.AllowSelfApproval ? Refusal.SelfApproval : null;
    }

    private async Task<Refusal?> DecideIssueAgainAsync(Caller caller, Run run, CancellationToken cancellationToken)
    {
        if (run.NextIssueTakesApproval)
            return await DecideApprovalAsync(caller, run, cancellationToken);
        return IsRecipient(caller, run) ? null : await DecideByRoleAsync(caller, ApproverRoles(run), cancellationToken);
    }

    private async Task<Refusal?> DecideByRoleAsync(Caller caller, IReadOnlyList<string> roles, CancellationToken cancellationToken)
        => await HoldsOneOfAsync(caller.ObjectId, roles, cancellationToken) ? null : Refusal.NotAllowed(roles);

    private async Task<bool> HoldsOneOfAsync(string personId, IReadOnlyList<string> roles, CancellationToken cancellationToken)
        => roles.Count > 0 && (await directory.RolesAsync(personId, cancellationToken)).Overlaps(roles);

    private static IReadOnlyList<string> ApproverRoles(Run? run) => run?.Plan is { } plan ? plan.ApproverRoles : AdministratorRoles;

    private static bool IsRecipient(Caller caller, Run? run) => run?.RecipientId is { } recipient && Same(recipient, caller.ObjectId);

    private static bool IsAsker(Caller caller, Run run)
        => Same(run.RequesterId, caller.ObjectId) || run.EditorIds.Any(e => Same(e, caller.ObjectId));

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static bool IsSuitable(Account? account) => account is { Enabled: true, Guest: false };

    private static Refusal NotRecipient(Run? run)
        => new(403, ProblemCodes.NotRecipient) { Values = new Dictionary<string, string> { ["recipient"] = run?.Details?.Recipient.Name ?? "" } };
}
