using System.Security.Cryptography;
using System.Text.Json;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Runs;

/// <summary>The plan of an undo or a repair, with the number that an approval is for: what is done to which objects of which tenant, and no times.</summary>
internal static class WorkPlan
{
    public static PlanView Of(
        Run run, Connection connection, string tenantId, IReadOnlyList<PlanItemView> items, IReadOnlyList<Phrase>? risks = null, IReadOnlyList<Phrase>? blockers = null)
        => new()
        {
            Hash = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new
            {
                format = 1,
                tenant = tenantId,
                organisation = connection.OrganisationHost,
                application = connection.ApplicationObjectId,
                kind = run.Kind.ToString(),
                run.Undoes,
                run.Repair,
                items = items.Select(i => new
                {
                    step = i.Step.ToString(),
                    effect = i.Effect.ToString(),
                    says = i.Says.Code,
                    values = i.Says.Values?.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}={v.Value}"),
                    i.GraphCalls,
                }),
                risks = risks?.Select(r => r.Code),
                blockers = blockers?.Select(b => b.Code),
            }))),
            Items = items,
            Risks = risks ?? [],
            Blockers = blockers ?? [],
            ApproverRoles = ApproverRoles.For(items),
        };
}
