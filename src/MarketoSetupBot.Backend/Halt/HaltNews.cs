using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Contracts;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Halt;

/// <summary>Tells every open run's thread that writes stopped or go on; what was waiting looks again at once.</summary>
public sealed class HaltNews(RunStore store, TimeProvider clock)
{
    private const int Races = 5;

    /// <summary>Not cancelled with the request: the order stands, and the threads are to know.</summary>
    public async Task TellAsync(Phrase says)
    {
        await using var db = store.Open();
        var open = await db.Runs.IgnoreAutoIncludes()
            .Where(r => r.State != RunState.Completed && r.State != RunState.Cancelled && r.State != RunState.Expired).Select(r => r.Id).ToListAsync();
        foreach (var id in open)
            await TellAsync(id, says);
    }

    private async Task TellAsync(Guid id, Phrase says)
    {
        for (var race = 1; ; race++)
        {
            await using var db = store.Open();
            if (await RunStore.FindAsync(db, id, CancellationToken.None) is not { IsOpen: true } run)
                return;
            run.HearOfHalt(says, clock.GetUtcNow());
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
}
