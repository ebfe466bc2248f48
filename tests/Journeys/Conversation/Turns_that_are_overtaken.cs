using System.Net;
using Journeys.TeamsClient;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Journeys.Conversation;

/// <summary>A turn whose state another turn changes every time before it can save. The database plays the other turns.</summary>
public sealed class Turns_that_are_overtaken(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    private const string Overtaken = "Another turn was faster than";

    [Fact]
    public async Task Are_composed_three_times_from_one_act_and_then_answered_kindly()
    {
        var talk = fixture.Talk();
        await talk.Chat.SayAsync(talk.Person, "set up");
        var message = await talk.Chat.SeesVerbAsync(talk.Person, "begin");

        // What the turn wants to begin has been begun, whenever it looks: the write finds a row and writes nothing.
        await DatabaseAsync("CREATE TRIGGER faster BEFORE INSERT ON state BEGIN SELECT RAISE(IGNORE); END");
        InvokeAnswer answer;
        try
        {
            answer = await talk.Chat.PressAsync(talk.Person, message, "begin");
        }
        finally
        {
            await DatabaseAsync("DROP TRIGGER faster");
        }

        Assert.Equal((HttpStatusCode.OK, 200), (answer.Http, answer.Status));
        Assert.Contains("still working on it", answer.Line, StringComparison.Ordinal);
        Assert.Equal([1, 2, 3], Times());
        Assert.Single(talk.Chat.Messages);
        Assert.Equal(1, await RunsOfBackendAsync());

        await talk.Chat.PressAsync(talk.Person, message, "begin");
        await talk.SeesStepAsync("details.send");
        Assert.Equal([1, 2, 3], Times());
    }

    private IEnumerable<int> Times() => fixture.World.Log.Lines
        .Where(line => line.Contains(Overtaken, StringComparison.Ordinal))
        .Select(line => line[(line.LastIndexOf("time ", StringComparison.Ordinal) + 5)..].TrimEnd(' ', '.'))
        .Select(int.Parse);

    /// <summary>The act was carried out once, however often its reply was composed.</summary>
    private async Task<long> RunsOfBackendAsync() => (long)(await DatabaseAsync("SELECT count(*) FROM runs", "backend.db"))!;

    private async Task<object?> DatabaseAsync(string sql, string file = "bot.db")
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(fixture.World.Folder, file)}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A constant of this test.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }
}
