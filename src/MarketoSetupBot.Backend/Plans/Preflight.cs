using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Secrets;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Plans;

internal sealed class Preflight(Survey survey, BackendIdentity identity, TimeProvider time) : IPreflight
{
    public async Task<PlanView> PlanAsync(Connection connection, DetailsView details, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var found = await survey.TakeAsync(connection, details, cancellationToken);
        var allowance = found.AppManagement.Value is { } policy
            ? SecretAllowance.From(policy, found.Application.Value?.CreatedDateTime ?? now)
            : SecretAllowance.Free;
        var days = allowance.Cap(details.SecretLifetimeDays);
        var items = new PlanItems(connection, details, found, now).All(days);
        var plan = new PlanView
        {
            Hash = "",
            Items = items,
            Risks = Objections.Risks(details, found, days),
            Blockers = Objections.Blockers(details, found, allowance),
            ApproverRoles = ApproverRoles.For(items),
            SecretLifetimeDays = days,
        };
        return plan with { Hash = PlanHash.Of(identity.TenantId, connection, details, plan, found) };
    }
}
