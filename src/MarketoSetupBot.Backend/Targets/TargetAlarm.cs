using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Contracts;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Targets;

/// <summary>Tells log and thread that a write was kept in: either this product has a bug, or somebody changed its database.</summary>
internal sealed partial class TargetAlarm(RunStore store, TimeProvider clock, ILogger<TargetAlarm> logger)
{
    private const int Races = 5;

    /// <summary>Not cancelled with the work.</summary>
    public async Task RaiseAsync(HttpRequestMessage request, string code, Guid? runId)
    {
        KeptIn(request.Method.Method, request.RequestUri?.AbsolutePath ?? "", code, runId);
        for (var race = 1; runId is { } id; race++)
        {
            await using var db = store.Open();
            if (await RunStore.FindAsync(db, id, CancellationToken.None) is not { } run || !run.TellOnce(new Phrase(PhraseCodes.TargetNotOurs), clock.GetUtcNow()))
                return;
            try
            {
                await store.CommitAsync(db, run, null, CancellationToken.None);
                return;
            }
            catch (DbUpdateConcurrencyException) when (race < Races)
            {
                // Told on top of what changed meanwhile.
            }
        }
    }

    [LoggerMessage(LogLevel.Critical, "{Method} {Path} was kept in ({Code}), run {RunId}: the database names an object that this product neither made nor took over. Writes can be stopped with the halt command.")]
    private partial void KeptIn(string method, string path, string code, Guid? runId);
}
