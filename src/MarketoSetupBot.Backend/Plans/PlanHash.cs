using System.Security.Cryptography;
using System.Text.Json;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Plans;

/// <summary>
/// What an approval is for, as one number: tenant, organisation, details, what will be done, and the objects it will be done to.
/// Times are left out, or a plan would void itself by waiting.
/// </summary>
internal static class PlanHash
{
    public static string Of(string tenantId, Connection connection, DetailsView details, PlanView plan, Findings found) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new
        {
            format = 2,
            tenant = tenantId,
            organisation = connection.OrganisationHost,
            key = connection.ApplicationKey,
            details = new
            {
                details.OrganisationUrl,
                user = details.SyncUser,
                method = details.Method.ToString(),
                app = details.AppName,
                description = details.SecretDescription,
                days = plan.SecretLifetimeDays,
                recipient = details.Recipient.ObjectId,
                details.CloudPasswords,
                details.ExistingClientId,
            },
            items = plan.Items.Select(i => new { step = i.Step.ToString(), effect = i.Effect.ToString(), says = i.Says.Code, i.GraphCalls }),
            risks = plan.Risks.Select(r => r.Code),
            blockers = plan.Blockers.Select(b => b.Code),
            mustAccept = plan.MustAccept,
            takesOver = details.ExistingClientId is null ? [] : plan.Candidates,
            roles = plan.ApproverRoles,
            found = new
            {
                application = found.Application.Value?.Id,
                client = found.Application.Value?.AppId,
                servicePrincipal = found.ServicePrincipal.Value?.Id,
                grant = found.Grant?.Id,
                scopes = found.Grant?.Scope,
                dynamics = found.Dynamics.Value?.ObjectId,
                scope = found.Dynamics.Value?.ScopeId,
                user = found.SyncUser.Value?.Id,
                policy = found.AssignedPolicy.Value?.Id,
                policySays = found.AssignedPolicy.Value?.Definition,
            },
        })));
}
