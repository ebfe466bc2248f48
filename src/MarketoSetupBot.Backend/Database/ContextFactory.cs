using MarketoSetupBot.Backend.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MarketoSetupBot.Backend.Database;

/// <summary>A context with a connection of its own each time.</summary>
internal sealed class ContextFactory(DatabaseSettings settings, ILoggerFactory loggers) : IDbContextFactory<BackendContext>
{
    public BackendContext CreateDbContext()
    {
        var options = new DbContextOptionsBuilder<BackendContext>().UseLoggerFactory(loggers);
        if (settings.Provider is DatabaseProvider.PostgreSql)
            options.UseNpgsql(settings.ConnectionString);
        else
            options.UseSqlite(new PatientSqlite.Connection(settings.ConnectionString), contextOwnsConnection: true);
        // There is no snapshot to compare with: migrations are written by hand, and a test compares the migrated schema with the model.
        options.ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning));
        return new BackendContext(options.Options);
    }
}
