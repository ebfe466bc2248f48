using MarketoSetupBot.Identity;
using MarketoSetupBot.Settings;
using MarketoSetupBot.State;

namespace MarketoSetupBot.Tests.State;

/// <summary>The bot's database in a file of its own, gone after the test.</summary>
public sealed class TemporaryDatabase : IAsyncLifetime
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"bot-{Guid.NewGuid():N}.db");

    internal BotDatabase Database { get; private set; } = null!;

    public Task InitializeAsync()
    {
        Database = new BotDatabase(Examples.Settings with { ConnectionString = $"Data Source={file};Pooling=False" });
        return Database.CreateTablesAsync(CancellationToken.None);
    }

    public Task DisposeAsync()
    {
        Database.Dispose();
        foreach (var left in Directory.GetFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + "*")) File.Delete(left);
        return Task.CompletedTask;
    }
}

internal static class Examples
{
    public static BotSettings Settings { get; } = new()
    {
        AppId = "c0a8e6d4-5b1f-4f0e-8a37-9d2b64f7e021",
        TenantId = "7d1c9a52-4b0e-4f57-9a63-2c8e5b1f0a11",
        Proof = new BotProof.Password("not-a-real-one"),
        BackendUrl = new Uri("http://127.0.0.1:5080"),
        BackendClientId = "5f3e2d1c-8b7a-4c69-b5d4-a3f2e1d0c9b8",
        ConnectionName = "Backend",
        Provider = DatabaseProvider.Sqlite,
        ConnectionString = "",
        PublicListener = "http://127.0.0.1:0",
        EventsListener = "http://127.0.0.1:0",
    };
}
