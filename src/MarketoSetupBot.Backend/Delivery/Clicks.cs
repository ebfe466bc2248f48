using System.Collections.Concurrent;
using MarketoSetupBot.Backend.Authentication;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Contracts;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Delivery;

/// <summary>
/// What keeps many clicks on one Collect cheap. Of those that come while one is being decided, each waits for that decision, and a repeat is then told by
/// one read: nothing is asked of Entra for it, because it is refused whatever Entra would say, and it shows nothing of the run. Measured
/// without: 200 clicks at once ask Entra 800 questions. This only saves work, in one process; that one click wins is the doing of <see cref="Claim"/> alone.
/// </summary>
public sealed class Clicks(Ledger ledger, TimeProvider clock)
{
    /// <summary>A person waits two seconds for an answer; a decision that takes longer is not waited for.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>Compiled for the provider of this process's database.</summary>
    private readonly Func<BackendContext, Guid, string, CancellationToken, Task<Offer?>> _offerTo = EF.CompileAsyncQuery(
        (BackendContext db, Guid id, string recipient, CancellationToken _) => db.Runs
            .Where(r => r.Id == id && r.RecipientId == recipient).Select(r => new Offer(r.Delivery, r.HandedOutAt)).FirstOrDefault());

    private readonly ConcurrentDictionary<Guid, Turn> _turns = [];

    /// <returns>To be disposed of when the click is decided; null: a repeat of one that got the secret within the last minute.</returns>
    public async Task<IDisposable?> EnterAsync(Guid runId, Caller caller, CancellationToken cancellationToken)
    {
        var mine = new Turn(_turns, runId);
        for (var waited = false; ; waited = true)
        {
            if (await FindAsync(runId, caller, cancellationToken) is not { } offer)
                return Turn.Free;
            if (offer.Delivery is DeliveryState.HandedOut && clock.GetUtcNow() - offer.HandedOutAt < Run.RepeatTime)
                return null;
            // Whoever waited once and still finds no secret handed out goes on: a look-up that hangs must not line up everybody behind it.
            if (waited)
                return Turn.Free;
            var current = _turns.GetOrAdd(runId, mine);
            if (current == mine)
                return mine;
            await Task.WhenAny(current.Ended, Task.Delay(Longest, clock, cancellationToken));
        }
    }

    private async Task<Offer?> FindAsync(Guid runId, Caller caller, CancellationToken cancellationToken)
    {
        await using var db = ledger.Open();
        return await _offerTo(db, runId, caller.ObjectId, cancellationToken);
    }

    private sealed record Offer(DeliveryState? Delivery, DateTimeOffset? HandedOutAt);

    private sealed class Turn(ConcurrentDictionary<Guid, Turn>? turns, Guid runId) : IDisposable
    {
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public static Turn Free { get; } = new(null, default);

        public Task Ended => _ended.Task;

        public void Dispose()
        {
            turns?.TryRemove(new(runId, this));
            _ended.TrySetResult();
        }
    }
}
