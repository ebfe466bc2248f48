using MarketoSetupBot.Backend.Authentication;
using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Access;

/// <summary>
/// The one place that decides who may do what on which run, by the <see cref="Rulebook"/>. Everything is read live from Entra for this act: an account
/// that is missing, disabled or a guest's, an empty list and a failed look-up all mean no.
/// </summary>
public sealed class AccessRules(IDirectory directory, IRunRecords records, AccessSettings settings)
{
    /// <summary>What an approver must hold where no plan says otherwise yet.</summary>
    private static readonly string[] AdministratorRoles =
        [EntraRoles.GlobalAdministrator, EntraRoles.ApplicationAdministrator, EntraRoles.CloudApplicationAdministrator];

    /// <summary>Standings that follow from a role alone, whatever the run.</summary>
    private static readonly (Standing Standing, string[] Roles)[] ByRole =
    [
        (Standing.Reader, [EntraRoles.SecurityReader, EntraRoles.GlobalReader]),
        (Standing.HybridAdministrator, [EntraRoles.GlobalAdministrator, EntraRoles.HybridIdentityAdministrator]),
    ];

    /// <summary>What may be done with a run that somebody changed in the database: looking at it, and ending what it might do.</summary>
    private static readonly Act[] OfAnyRun = [Act.ReadRun, Act.ReadDetails, Act.Cancel, Act.Revoke];

    /// <returns>Null: allowed.</returns>
    public async Task<Refusal?> DecideAsync(Caller caller, Act act, Run? run, CancellationToken cancellationToken)
    {
        // The policies of the endpoints let no app token come this far; nothing here relies on that.
        if (!caller.IsPerson)
            return new Refusal(401, ProblemCodes.SignInRequired);
        var rule = Rulebook.Of(act, run);
        // Whose secret it is, is known without asking anybody.
        if (rule.Any is Standing.Recipient && !IsRecipient(caller, run))
            return NotRecipient(run);
        try
        {
            return await DecideLiveAsync(caller, rule, run, cancellationToken)
                ?? (run is null || OfAnyRun.Contains(act) || await records.AreRightAsync(run, cancellationToken) ? null : Refusal.RecordChanged);
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
            && await IsApproverAsync(personId, plan.ApproverRoles, cancellationToken);

    private async Task<Refusal?> DecideLiveAsync(Caller caller, Rule rule, Run? run, CancellationToken cancellationToken)
    {
        var account = directory.FindAsync(caller.ObjectId, cancellationToken);
        var member = directory.IsMemberAsync(caller.ObjectId, settings.RequesterGroup, cancellationToken);
        await Task.WhenAll(account, member);
        if (!IsSuitable(await account))
            return Refusal.AccountNotSuitable;
        if ((rule.Any & Standings(caller, run, await member)) is not Standing.None)
            return null;
        string[] enough = [.. ByRole.Where(r => rule.Any.HasFlag(r.Standing)).SelectMany(r => r.Roles)];
        if (enough.Length > 0 && (await directory.RolesAsync(caller.ObjectId, cancellationToken)).Overlaps(enough))
            return null;
        if (!rule.Any.HasFlag(Standing.Approver))
            return enough.Length > 0 ? await ExplainAsync(caller, enough, cancellationToken) : Refusal.NotAllowed([]);
        // Without a plan there is nothing to approve; the run itself says that it stands elsewhere.
        var roles = run?.Plan is { } plan ? plan.ApproverRoles : AdministratorRoles;
        if (!await IsApproverAsync(caller.ObjectId, roles, cancellationToken))
            return await ExplainAsync(caller, roles, cancellationToken);
        return rule.AnotherPerson && run?.IsOnTheAskingSide(caller.ObjectId) is true && !settings.AllowSelfApproval ? Refusal.SelfApproval : null;
    }

    private async Task<bool> IsApproverAsync(string personId, IReadOnlyList<string> roles, CancellationToken cancellationToken)
        => roles.Count > 0
            && (await directory.RolesAsync(personId, cancellationToken)).Overlaps(roles)
            && (settings.ApproverGroup is not { } group || await directory.IsMemberAsync(personId, group, cancellationToken));

    /// <summary>A role that is only eligible has to be activated first: whoever holds one is told so instead of being sent away.</summary>
    private async Task<Refusal> ExplainAsync(Caller caller, IReadOnlyList<string> roles, CancellationToken cancellationToken)
    {
        var eligible = (await directory.EligibleRolesAsync(caller.ObjectId, cancellationToken)).Intersect(roles, StringComparer.OrdinalIgnoreCase).ToArray();
        return eligible.Length == 0 ? Refusal.NotAllowed(roles) : Refusal.RoleNotActivated(roles, eligible);
    }

    private static Standing Standings(Caller caller, Run? run, bool inTeam)
        => (inTeam ? Standing.Member : Standing.None)
            | (inTeam && run is not null && IsAsker(caller, run) ? Standing.Asker : Standing.None)
            | (IsRecipient(caller, run) ? Standing.Recipient : Standing.None);

    private static bool IsRecipient(Caller caller, Run? run) => run?.RecipientId is { } recipient && Same(recipient, caller.ObjectId);

    private static bool IsAsker(Caller caller, Run run)
        => Same(run.RequesterId, caller.ObjectId) || run.EditorIds.Any(e => Same(e, caller.ObjectId));

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static bool IsSuitable(Account? account) => account is { Enabled: true, Guest: false };

    private static Refusal NotRecipient(Run? run)
        => new(403, ProblemCodes.NotRecipient) { Values = new Dictionary<string, string> { ["recipient"] = run?.Details?.Recipient.Name ?? "" } };
}
