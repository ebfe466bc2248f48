using MarketoSetupBot.Backend.Database;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Runs;

/// <summary>Tells whether a run is what this product recorded last.</summary>
public interface IRunRecords
{
    Task<bool> AreRightAsync(Run run, CancellationToken cancellationToken);
}

/// <summary>
/// A row that somebody changed has no right seal. A row of before, put back whole, has one; but the audit names a later version of that run, and whoever
/// takes those lines out breaks its chain.
/// </summary>
public sealed class RunRecords(RunSeal seal, IDbContextFactory<BackendContext> contexts) : IRunRecords
{
    public async Task<bool> AreRightAsync(Run run, CancellationToken cancellationToken)
    {
        if (!seal.IsRight(run))
            return false;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // Row and line in one statement: between two somebody's act would come, and make the newer line look like one too many.
        var last = await db.Runs.IgnoreAutoIncludes().Where(r => r.Id == run.Id)
            .Select(r => new { r.RecordedVersion, Told = db.Audit.Where(a => a.Target == r.Id).Max(a => a.RunVersion) })
            .SingleAsync(cancellationToken);
        return last.RecordedVersion >= (last.Told ?? 0);
    }

    /// <returns>The last version of a run that the audit names; 0 when it names none.</returns>
    public static async Task<long> ToldAsync(BackendContext db, Guid runId, CancellationToken cancellationToken)
        => await db.Audit.Where(a => a.Target == runId).MaxAsync(a => a.RunVersion, cancellationToken) ?? 0;
}
