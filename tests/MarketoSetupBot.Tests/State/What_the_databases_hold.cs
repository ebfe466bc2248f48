using MarketoSetupBot.State;
using Microsoft.Bot.Builder.Dialogs;
using Newtonsoft.Json;

namespace MarketoSetupBot.Tests.State;

public sealed class What_the_databases_hold(EveryStorage storages) : IClassFixture<EveryStorage>
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly string key = Guid.NewGuid().ToString("N");

    public static TheoryData<string> Databases => EveryStorage.Databases;

    [Theory, MemberData(nameof(Databases))]
    public async Task Is_read_by_another_instance_and_names_neither_types_nor_assemblies(string name)
    {
        var stack = new DialogState([new DialogInstance { Id = "journey", State = new Dictionary<string, object> { ["inner"] = new DialogState() } }]);
        await (await storages.OpenAsync(name)).WriteAsync(new Dictionary<string, object> { [key] = new Dictionary<string, object> { ["dialogs"] = stack, ["nothing"] = null! } });

        var stored = await StoredAsync(name);
        var read = (IDictionary<string, object>)(await (await storages.OpenAsync(name)).ReadAsync([key]))[key];

        Assert.DoesNotContain("Microsoft", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("System", stored, StringComparison.Ordinal);
        Assert.IsType<DialogState>(Assert.IsType<DialogState>(read["dialogs"]).DialogStack[0].State["inner"]);
        Assert.Null(read["nothing"]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Loads_no_type_that_it_names_itself(string name)
    {
        var database = await storages.DatabaseAsync(name);
        await database.WriteAsync(
            async c => await c.ExecuteAsync(
                "INSERT INTO state (id, value, version) VALUES (@id, @value, 1)",
                None, ("id", key), ("value", """{"$type":"System.IO.FileInfo, System.Runtime","fileName":"/etc/passwd"}""")) == 1,
            None);

        await Assert.ThrowsAsync<JsonSerializationException>(async () => await (await storages.OpenAsync(name)).ReadAsync([key]));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Takes_no_type_that_is_not_on_the_list(string name)
    {
        var storage = await storages.OpenAsync(name);

        await Assert.ThrowsAsync<JsonSerializationException>(() => storage.WriteAsync(new Dictionary<string, object> { [key] = new UriBuilder() }));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Takes_half_a_surrogate_pair_and_gives_back_the_sign_for_it(string name)
    {
        var storage = await storages.OpenAsync(name);

        await storage.WriteAsync(new Dictionary<string, object> { [key] = new Plain { Id = "half \ud83d" } });

        Assert.Equal("half \ufffd", ((Plain)(await storage.ReadAsync([key]))[key]).Id);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Are_made_once_by_bots_that_start_together(string name)
    {
        using var fresh = new EveryStorage();

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => fresh.DatabaseAsync(name))));

        var storage = await fresh.OpenAsync(name);
        await storage.WriteAsync(new Dictionary<string, object> { [key] = new Plain { Id = "here" } });
        Assert.Equal("here", ((Plain)(await storage.ReadAsync([key]))[key]).Id);
    }

    private async Task<string> StoredAsync(string name) =>
        (await StateRows.ReadAsync(await storages.DatabaseAsync(name), [key], None))[key].Value;
}
