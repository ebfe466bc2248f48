using System.Data.Common;
using MarketoSetupBot.State;

namespace MarketoSetupBot.Tests.State;

/// <summary>Turns that wait together are committed together; what happens to one of them happens to no other.</summary>
public sealed class What_shares_a_commit(TemporaryDatabase temporary) : IClassFixture<TemporaryDatabase>
{
    private readonly string mine = Guid.NewGuid().ToString("N");

    [Fact]
    public async Task Neighbours_of_a_refused_and_of_a_failed_write_are_kept()
    {
        var written = await TogetherAsync(
            c => RememberAsync(c, "first"),
            async c => await RememberAsync(c, "refused") && false,
            async c => await RememberAsync(c, "failed") ? throw new InvalidOperationException("of the test") : true,
            c => RememberAsync(c, "last"));

        Assert.True(await written[0]);
        Assert.False(await written[1]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => written[2]);
        Assert.True(await written[3]);
        Assert.Equal(["first", "last"], await RememberedAsync());
    }

    [Fact]
    public async Task A_duplicate_is_the_error_of_its_own_write_alone()
    {
        var written = await TogetherAsync(
            c => RememberAsync(c, "once"),
            c => RememberAsync(c, "once"),
            c => RememberAsync(c, "other"));

        Assert.True(await written[0]);
        Assert.True(Sql.IsDuplicate(await Assert.ThrowsAnyAsync<DbException>(() => written[1])));
        Assert.True(await written[2]);
        Assert.Equal(["once", "other"], await RememberedAsync());
    }

    [Fact]
    public async Task A_write_whose_caller_left_is_not_begun()
    {
        using var gone = new CancellationTokenSource();
        using var blocked = new ManualResetEventSlim();
        var before = BlockAsync(blocked);
        var abandoned = temporary.Database.WriteAsync(c => RememberAsync(c, "abandoned"), gone.Token);
        var kept = temporary.Database.WriteAsync(c => RememberAsync(c, "kept"), CancellationToken.None);
        await gone.CancelAsync();
        blocked.Set();

        await before;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => abandoned);
        Assert.True(await kept);
        Assert.Equal(["kept"], await RememberedAsync());
    }

    [Fact]
    public async Task A_write_sees_what_its_neighbour_wrote()
    {
        var seen = 0;
        var written = await TogetherAsync(
            c => RememberAsync(c, "before"),
            async c =>
            {
                seen = await CountAsync(c);
                return false;
            });
        await Task.WhenAll(written);

        Assert.Equal(1, seen);
    }

    [Fact]
    public async Task What_was_accepted_is_written_before_the_database_closes()
    {
        var database = new TemporaryDatabase();
        await database.InitializeAsync();
        using var blocked = new ManualResetEventSlim();
        var first = database.Database.WriteAsync(_ => Wait(blocked), CancellationToken.None);
        var second = database.Database.WriteAsync(c => RememberAsync(c, "late"), CancellationToken.None);
        blocked.Set();
        await database.DisposeAsync();

        Assert.True(await first);
        Assert.True(await second);
    }

    [Fact]
    public async Task Nothing_that_was_answered_is_lost_with_the_power()
    {
        var level = -1L;
        await temporary.Database.WriteAsync(
            async c =>
            {
                level = (await c.QueryAsync("PRAGMA synchronous", r => r.GetInt64(0), CancellationToken.None)).Single();
                return false;
            },
            CancellationToken.None);

        // FULL: the log is flushed to the disk in every commit. NORMAL would flush it later.
        Assert.Equal(2, level);
    }

    /// <summary>The writer is held until all of them wait.</summary>
    private async Task<Task<bool>[]> TogetherAsync(params Func<DbConnection, Task<bool>>[] writes)
    {
        using var blocked = new ManualResetEventSlim();
        var before = BlockAsync(blocked);
        var written = writes.Select(write => temporary.Database.WriteAsync(write, CancellationToken.None)).ToArray();
        blocked.Set();
        await before;
        await Task.WhenAll(written).ContinueWith(_ => { }, TaskScheduler.Default);
        return written;
    }

    private Task<bool> BlockAsync(ManualResetEventSlim blocked) => temporary.Database.WriteAsync(_ => Wait(blocked), CancellationToken.None);

    private static Task<bool> Wait(ManualResetEventSlim blocked)
    {
        blocked.Wait();
        return Task.FromResult(true);
    }

    private async Task<bool> RememberAsync(DbConnection connection, string what) =>
        await connection.ExecuteAsync("INSERT INTO welcomed (conversation, at) VALUES (@id, 1)", CancellationToken.None, ("id", $"{mine}/{what}")) == 1;

    private Task<List<string>> RememberedAsync() => temporary.Database.ReadAsync(
        c => c.QueryAsync(
            "SELECT conversation FROM welcomed WHERE conversation LIKE @mine ORDER BY conversation",
            r => r.GetString(0)[(mine.Length + 1)..], CancellationToken.None, ("mine", mine + "/%")),
        CancellationToken.None);

    private async Task<int> CountAsync(DbConnection connection) =>
        (await connection.QueryAsync(
            "SELECT conversation FROM welcomed WHERE conversation LIKE @mine ORDER BY conversation",
            r => r.GetString(0), CancellationToken.None, ("mine", mine + "/%"))).Count;
}
