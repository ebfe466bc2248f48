using System.Globalization;
using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Database.Migrations;

namespace MarketoSetupBot.Backend.Runs;

/// <summary>
/// Says that this product recorded what a run is for, who asked, who approved which plan, who gets the secret and where it stands. What a claim of Collect
/// changes in one statement of its own is left out: it names nobody.
/// </summary>
public sealed class RunSeal(AuditKey key) : RowSeal<Run>(key, "MarketoSetupBot runs", M0009RunSeals.Name)
{
    protected override IEnumerable<string?> Values(Run row) =>
    [
        row.Id.ToString("D"), row.Kind.ToString(), row.State.ToString(), row.ConnectionId?.ToString("D"), row.Undoes?.ToString("D"), row.Repair,
        row.RequesterId, row.RecipientId, List(row.EditorIds), List(row.Approvals.Select(a => a.ObjectId)),
        row.Cleared ? "cleared" : null, row.ApproversChecked ? "checked" : null, .. Plan(row), .. Details(row),
        // Runs from before it was recorded keep their seal.
        .. row.RecordedVersion > 0 ? [row.RecordedVersion.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
    ];

    /// <summary>The hash is of the plan as it was made; who may approve it, until when, and what follows from it is read from the row.</summary>
    private static IEnumerable<string?> Plan(Run row) => row.Plan is not { } plan ? [] :
    [
        plan.Hash, plan.ExpiresAt?.UtcTicks.ToString(CultureInfo.InvariantCulture), plan.SecretLifetimeDays?.ToString(CultureInfo.InvariantCulture),
        List(plan.ApproverRoles), List(plan.MustAccept), List(plan.Items.Select(i => $"{i.Step}:{i.Effect}")),
    ];

    private static IEnumerable<string?> Details(Run row) => row.Details is not { } details ? [] :
    [
        details.OrganisationUrl, details.SyncUser, details.Method.ToString(), details.AppName, details.SecretDescription,
        details.SecretLifetimeDays.ToString(CultureInfo.InvariantCulture), details.Recipient.ObjectId, details.CloudPasswords ? "cloud" : null, details.ExistingClientId,
    ];

    /// <summary>Ids and codes have no comma.</summary>
    private static string List(IEnumerable<string> ids) => string.Join(',', ids);
}
