using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Undo;

/// <summary>The effects of one run, as its steps write and read them. What is noted here is saved with whatever the step saves next.</summary>
/// <param name="recorded">What this run did so far, tracked by the database.</param>
/// <param name="keep">Makes the database track a new one.</param>
public sealed class EffectBook(Guid runId, Guid connectionId, IEnumerable<Effect> recorded, Action<Effect> keep, TimeProvider clock)
{
    private readonly List<Effect> _effects = [.. recorded];

    public Guid RunId => runId;

    /// <summary>Newest last.</summary>
    public IReadOnlyList<Effect> All => _effects;

    /// <summary>A book that nobody keeps, for a step that runs by itself.</summary>
    public static EffectBook Loose(Guid runId, Guid connectionId) => new(runId, connectionId, [], _ => { }, TimeProvider.System);

    /// <summary>Noted before a write and saved with it. An attempt that left nothing behind is replaced by the next one.</summary>
    /// <param name="before">The value found; null where the object is made.</param>
    /// <param name="after">The value that will be written.</param>
    public void Intend(StepKey step, EffectKind kind, string? objectId = null, string? before = null, string? after = null)
    {
        if (Open(kind) is { } earlier)
        {
            (earlier.ObjectId, earlier.Before, earlier.After) = (objectId, before, after);
            return;
        }
        var now = clock.GetUtcNow();
        var effect = new Effect
        {
            Id = Guid.CreateVersion7(now),
            RunId = runId,
            ConnectionId = connectionId,
            Step = step,
            Kind = kind,
            ObjectId = objectId,
            Before = before,
            After = after,
            IntendedAt = now,
        };
        _effects.Add(effect);
        keep(effect);
    }

    /// <summary>It is there: after the write, or found by a later look because the answer was lost. Nothing happens where nothing was intended.</summary>
    public void Settle(EffectKind kind, string? objectId)
    {
        if (Open(kind) is not { } effect)
            return;
        effect.ObjectId = objectId ?? effect.ObjectId;
        effect.DoneAt = clock.GetUtcNow();
    }

    /// <summary>It is as it was before the run, by us or by somebody else.</summary>
    public void TakeBack(Effect effect) => effect.UndoneAt = clock.GetUtcNow();

    /// <summary>The write was refused: whatever comes of it now, a person made it, and undo leaves it alone.</summary>
    public void Withdraw(StepKey step)
    {
        foreach (var effect in _effects.Where(e => e.Step == step && e.DoneAt is null && e.UndoneAt is null))
            effect.UndoneAt = clock.GetUtcNow();
    }

    private Effect? Open(EffectKind kind) => _effects.Find(e => e.Kind == kind && e.DoneAt is null && e.UndoneAt is null);
}
