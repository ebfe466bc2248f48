using MarketoSetupBot.Backend.Database;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Audit;

public enum AuditFault
{
    /// <summary>A line, or its place among the others, is not what was sealed.</summary>
    Altered,
    /// <summary>Numbers are missing.</summary>
    Removed,
    /// <summary>A line without number or seal that is younger than the chain.</summary>
    Inserted,
    /// <summary>An anchor, or the head, knows lines beyond the last one.</summary>
    CutOff,
    /// <summary>An anchor knows another seal for that line: the chain was made anew from there.</summary>
    NotAsAnchored,
}

/// <param name="Number">The line, or the first one that is missing.</param>
public sealed record AuditFinding(long Number, AuditFault Fault);

/// <param name="Lines">How many belong to the chain.</param>
/// <param name="Unsealed">Lines from before there was a chain; nothing is known of them.</param>
/// <param name="IsOfThisKey">False: nothing can be verified with the key at hand.</param>
/// <param name="Anchors">How many anchors were compared; without any, a cut-off tail may go unseen.</param>
public sealed record AuditVerdict(long Lines, long Unsealed, bool IsOfThisKey, int Anchors, IReadOnlyList<AuditFinding> Findings)
{
    public bool Intact => IsOfThisKey && Findings.Count == 0;
}

/// <summary>Walks the whole chain and compares it with the anchors.</summary>
public sealed class AuditVerification(Ledger ledger, AuditKey key, AuditAnchors anchors)
{
    public async Task<AuditVerdict> VerifyAsync(CancellationToken cancellationToken)
    {
        var known = anchors.Read();
        var sealedAt = known.ToLookup(a => a.Number);
        var findings = new List<AuditFinding>();
        await using var db = ledger.Open();
        // Before the walk: lines that are added meanwhile are only more than was expected.
        var head = await db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(h => h.Id == AuditHead.Only, cancellationToken);
        var (number, before) = (0L, AuditKey.Beginning);
        DateTimeOffset? first = null;
        await foreach (var line in db.Audit.AsNoTracking().Where(a => a.Number != null).OrderBy(a => a.Number).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            first ??= line.At;
            if (line.Number != ++number)
                findings.Add(new AuditFinding(number, AuditFault.Removed));
            // A gap breaks the chain once; the lines behind it are judged by the seal they stand on, so that one fault is one finding.
            else if (!AuditKey.Same(line.Seal, key.SealOf(before, number, line)))
                findings.Add(new AuditFinding(number, AuditFault.Altered));
            (number, before) = (line.Number!.Value, line.Seal ?? "");
            if (sealedAt[number].Any(a => !AuditKey.Same(line.Seal, a.Seal)))
                findings.Add(new AuditFinding(number, AuditFault.NotAsAnchored));
        }

        if (known.Select(a => a.Number).Append(head?.Number ?? 0).Max() > number)
            findings.Add(new AuditFinding(number + 1, AuditFault.CutOff));
        var unsealed = db.Audit.Where(a => a.Number == null);
        if (first is { } began && await unsealed.AnyAsync(a => a.At >= began, cancellationToken))
            findings.Add(new AuditFinding(0, AuditFault.Inserted));
        return new AuditVerdict(number, await unsealed.LongCountAsync(cancellationToken), head is null || head.KeyMark == key.Mark, known.Count, findings);
    }
}
