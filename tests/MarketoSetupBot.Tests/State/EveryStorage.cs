using MarketoSetupBot.Settings;
using MarketoSetupBot.State;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Data.Sqlite;
using Tests.Shared;

namespace MarketoSetupBot.Tests.State;

/// <summary>The storages that must behave alike: the framework's in memory, and the bot's in SQLite and in PostgreSQL.</summary>
public sealed class EveryStorage : IDisposable
{
    /// <summary>The closed list of the tests, under short names as the product's own.</summary>
    private static readonly StateJson Types = new(
        ("bag", typeof(Dictionary<string, object>)), ("item", typeof(Item)), ("plain", typeof(Plain)), ("dialogs", typeof(DialogState)), ("dialog", typeof(DialogInstance)), ("options", typeof(PromptOptions)));

    private readonly string file = Path.Combine(Path.GetTempPath(), $"storage-{Guid.NewGuid():N}.db");
    private readonly Lazy<PostgreSql> postgreSql = new(() => new PostgreSql());
    private readonly List<BotDatabase> databases = [];

    public static TheoryData<string> Names => PostgreSql.Binaries is null ? ["memory", "SQLite"] : ["memory", "SQLite", "PostgreSQL"];

    /// <summary>All that refuse stale state and write a batch whole: the one in memory of the official packages does neither.</summary>
    public static TheoryData<string> Careful => typeof(MemoryStorage).Assembly.GetName().Name is "BotFramework" ? Names : Databases;

    public static TheoryData<string> Databases => PostgreSql.Binaries is null ? ["SQLite"] : ["SQLite", "PostgreSQL"];

    public async Task<IStorage> OpenAsync(string name) => name is "memory" ? new MemoryStorage() : new BotStorage(await DatabaseAsync(name), Types);

    internal async Task<BotDatabase> DatabaseAsync(string name)
    {
        var database = new BotDatabase(Examples.Settings with
        {
            Provider = name is "SQLite" ? DatabaseProvider.Sqlite : DatabaseProvider.PostgreSql,
            ConnectionString = name is "SQLite" ? $"Data Source={file}" : postgreSql.Value.ConnectionString,
        });
        await database.CreateTablesAsync(CancellationToken.None);
        lock (databases) databases.Add(database);
        return database;
    }

    public void Dispose()
    {
        foreach (var database in databases) database.Dispose();
        SqliteConnection.ClearAllPools();
        Npgsql.NpgsqlConnection.ClearAllPools();
        if (postgreSql.IsValueCreated) postgreSql.Value.Dispose();
        foreach (var left in Directory.GetFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + "*")) File.Delete(left);
    }
}

/// <summary>A value that knows its version.</summary>
public sealed class Item : IStoreItem
{
    public string? Id { get; set; }

    public int Count { get; set; }

    public string ETag { get; set; } = null!;
}

/// <summary>A value that does not.</summary>
public sealed class Plain
{
    public string? Id { get; set; }

    public int Count { get; set; }

    public string[]? Lines { get; set; }
}
