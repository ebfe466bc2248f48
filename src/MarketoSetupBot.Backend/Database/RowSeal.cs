using System.Security.Cryptography;
using System.Text.Json;
using MarketoSetupBot.Backend.Audit;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Database;

/// <summary>A row that says by its <see cref="Seal"/> that this product wrote it.</summary>
internal interface ISealed
{
    /// <summary>HMAC-SHA256, lower-case hex.</summary>
    string? Seal { get; set; }
}

/// <summary>What the ledger and the start of the database need of every kind of seal.</summary>
public interface IRowSeal
{
    /// <summary>Call right before changes are saved.</summary>
    void Put(BackendContext db);

    /// <summary>The migration that brings this seal; the rows of before are sealed by <see cref="BeginAsync"/>, once.</summary>
    string Migration { get; }

    Task BeginAsync(BackendContext db, CancellationToken cancellationToken);
}

/// <summary>
/// Says that what matters in a row was written by this product: an HMAC under a key that is not in the database. A row that somebody else wrote or
/// changed has no right seal, and a later change of the product's own never gives it one.
/// </summary>
public abstract class RowSeal<T>(AuditKey key, string purpose, string migration) : IRowSeal
    where T : class
{
    private readonly byte[] _key = key.Derive(purpose);

    public string Migration => migration;

    public bool IsRight(T row) => AuditKey.Same(((ISealed)row).Seal, Of(row));

    public void Put(BackendContext db)
    {
        foreach (var entry in db.ChangeTracker.Entries<T>())
        {
            if (entry.State is EntityState.Added || (entry.State is EntityState.Modified && IsRight((T)entry.OriginalValues.ToObject())))
                Begin(entry.Entity);
        }
    }

    public async Task BeginAsync(BackendContext db, CancellationToken cancellationToken)
    {
        foreach (var row in await db.Set<T>().IgnoreAutoIncludes().ToListAsync(cancellationToken))
            Begin(row);
        await db.SaveChangesAsync(cancellationToken);
    }

    internal void Begin(T row) => ((ISealed)row).Seal = Of(row);

    /// <summary>In a fixed order; null is not the same as empty.</summary>
    protected abstract IEnumerable<string?> Values(T row);

    /// <summary>A JSON array of strings says for each value where it begins and ends.</summary>
    private string Of(T row) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, JsonSerializer.SerializeToUtf8Bytes(Values(row))));
}
