using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MarketoSetupBot.Backend.Tests.Runs;

/// <summary>The rows of all runs as they were, kept in the database by somebody who can write there, and put back whole: seal, version and all.</summary>
internal sealed class RowOfBefore : IAsyncDisposable
{
    private readonly BackendContext _db;

    private RowOfBefore(BackendContext db) => _db = db;

    public static async Task<RowOfBefore> KeepAsync(Office office)
    {
        var db = office.Services.GetRequiredService<Ledger>().Open();
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE runs_before AS SELECT * FROM runs");
        return new RowOfBefore(db);
    }

    public Task PutBackAsync()
    {
        var columns = _db.Model.FindEntityType(typeof(Run))!.GetProperties().Select(p => p.GetColumnName()).Where(c => c != "Id");
        var set = string.Join(", ", columns.Select(c => $"\"{c}\" = (SELECT b.\"{c}\" FROM runs_before b WHERE b.\"Id\" = runs.\"Id\")"));
#pragma warning disable EF1003 // Names of our own columns.
        return _db.Database.ExecuteSqlRawAsync("UPDATE runs SET " + set);
#pragma warning restore EF1003
    }

    public ValueTask DisposeAsync() => _db.DisposeAsync();
}
