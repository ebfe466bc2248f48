using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Database;

/// <summary>Brings the schema up to date before anything else starts.</summary>
internal sealed class DatabaseStart(IDbContextFactory<BackendContext> contexts) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (db.Database.IsSqlite())
        {
            // Readers do not wait for the writer.
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
        }
        await db.Database.MigrateAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
