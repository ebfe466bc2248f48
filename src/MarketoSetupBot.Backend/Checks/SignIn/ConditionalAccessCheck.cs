using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>No Conditional Access policy asks of the sync user what a password grant cannot give: a second factor, a device, a click.</summary>
internal sealed class ConditionalAccessCheck(Readings readings, Portal portal) : ICheck
{
    public string Id => CheckIds.ConditionalAccess;

    /// <summary>Server to server this one passes, being moot.</summary>
    public IReadOnlyList<string> DependsOn => [CheckIds.SyncUser];

    public IReadOnlyList<string> Permissions => [GraphPermissions.Policies, GraphPermissions.Groups];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        if (connection.IsServerToServer) return await OfWorkloadsAsync(connection, cancellationToken);
        var user = (await readings.SyncUserAsync(connection.SyncUser!, cancellationToken))!;
        var policies = readings.ConditionalAccessAsync(cancellationToken);
        var memberships = await readings.MembershipsAsync(user.Id!, cancellationToken);
        var threats = (await policies).Select(p => PolicyThreat.Of(p, user.Id!, memberships)).OfType<PolicyThreat>().ToList();
        var (certain, possible) = (threats.Where(t => t.Certain).ToList(), threats.Where(t => !t.Certain).ToList());
        var view = (certain.Count, possible.Count) switch
        {
            ( > 0, _) => this.Failed(Counted(PhraseCodes.CheckConditionalAccessBlocks, certain.Count), portal.ConditionalAccess),
            (_, > 0) => this.Warning(Counted(PhraseCodes.CheckConditionalAccessMayBlock, possible.Count), portal.ConditionalAccess),
            _ => this.Passed(Counted(PhraseCodes.CheckConditionalAccessClear, (await policies).Count(PolicyThreat.IsOn)), portal.ConditionalAccess),
        };
        return view.Saw(Sources.ConditionalAccess, "count", (await policies).Count)
            .Telling(Listed(PhraseCodes.DetailPoliciesCertain, certain)).Telling(Listed(PhraseCodes.DetailPoliciesPossible, possible)).For(WhoCan.ChangeConditionalAccess);
    }

    /// <summary>An application that signs in for itself meets only the policies for workload identities, and those know one demand: block.</summary>
    private async Task<CheckView> OfWorkloadsAsync(Connection connection, CancellationToken cancellationToken)
    {
        var policies = await readings.ConditionalAccessAsync(cancellationToken);
        var principal = (await readings.ServicePrincipalAsync(connection, cancellationToken))?.Id;
        var blocking = policies.Where(p => WorkloadPolicies.Meets(p, principal)).ToList();
        var view = blocking.Count > 0
            ? this.Warning(Counted(PhraseCodes.CheckWorkloadPoliciesMayBlock, blocking.Count), portal.ConditionalAccess)
            : this.Passed(new Phrase(PhraseCodes.CheckWorkloadPoliciesClear), portal.ConditionalAccess);
        return view.Saw(Sources.ConditionalAccess, "count", policies.Count)
            .Telling(blocking.Select(p => new Phrase(PhraseCodes.DetailPolicyBlock, ("policy", p.DisplayName ?? p.Id ?? "")))).For(WhoCan.ChangeConditionalAccess);
    }

    private static Phrase Counted(string code, int count) => new(code, ("count", CheckViews.Number(count)));

    private static IEnumerable<Phrase> Listed(string heading, List<PolicyThreat> threats) =>
        threats.Count == 0 ? [] : threats.SelectMany(t => t.Reasons.Select(reason => new Phrase(reason, ("policy", t.Policy)))).Prepend(new Phrase(heading));
}
