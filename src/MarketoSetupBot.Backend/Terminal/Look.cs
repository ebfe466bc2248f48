using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Checks;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Backend.Validations;
using MarketoSetupBot.Contracts;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Terminal;

/// <summary>One validation for the operator. It is kept as every other one; the team's threads hear of it when something changed.</summary>
internal sealed class Look(IValidation validation, History history, AuditTrail audit, Ledger ledger, CallerSettings entra)
{
    /// <param name="host">Of the organisation.</param>
    public async Task<Connection?> FindAsync(string host, CancellationToken cancellationToken)
    {
        await using var db = ledger.Open();
        return await db.Connections.AsNoTracking().SingleOrDefaultAsync(c => c.TenantId == entra.TenantId && c.OrganisationHost == host, cancellationToken);
    }

    /// <returns>With details, which are not kept; that somebody saw them is in the audit.</returns>
    public async Task<IReadOnlyList<CheckView>> ValidateAsync(Connection connection, string operatorId, CancellationToken cancellationToken)
    {
        await audit.WriteAsync(operatorId, "Validate", connection.Id, AuditEntry.Allowed, cancellationToken);
        var record = await history.BeginAsync(connection.Id, by: null, cancellationToken);
        var results = await validation.ValidateAsync(connection, cancellationToken);
        await history.FinishAsideAsync(record.Id, results, cancellationToken);
        return results;
    }
}
