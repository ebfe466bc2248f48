using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Secrets;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Plans;

internal sealed class Preflight(Survey survey, Adoption adoption, ProductApps product, BackendIdentity identity, TimeProvider time) : IPreflight
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
        var risks = Objections.Risks(details, found, days);
        var plan = new PlanView
        {
            Hash = "",
            Items = items,
            Risks = risks,
            Blockers = [.. Takeover(connection, details, found), .. Objections.Blockers(details, found, allowance)],
            Candidates = found.Candidates.Value ?? [],
            Choices = Objections.Choices(details, found),
            MustAccept = [.. risks.Select(r => r.Code).Where(c => c is PhraseCodes.RiskCloudPasswords)],
            ApproverRoles = ApproverRoles.For(items),
            SecretLifetimeDays = days,
        };
        return plan with { Hash = PlanHash.Of(identity.TenantId, connection, details, plan, found) };
    }

    /// <summary>Why the app that was named cannot be taken over.</summary>
    private IEnumerable<Phrase> Takeover(Connection connection, DetailsView details, Findings found)
    {
        // Whatever is on record: adoption refuses it, and the guard of writes would.
        if (product.Include(found.Application.Value?.AppId)) return [new Phrase(PhraseCodes.AdoptProductApp)];
        if (details.ExistingClientId is not { } named || string.Equals(connection.ClientId, named, StringComparison.OrdinalIgnoreCase)) return [];
        if (connection.ApplicationObjectId is not null) return [new Phrase(PhraseCodes.AdoptHaveOne, ("app", connection.ApplicationName ?? ""))];
        return found.Application.Known && adoption.WhyNot(found.Application.Value, named, connection) is { } refused ? [refused] : [];
    }
}
