using System.Data.Common;
using MarketoSetupBot.Threads;

namespace MarketoSetupBot.State;

internal enum Saved
{
    Yes,
    /// <summary>Another turn changed what this one read. Nothing was written: run the dialog again on what the act gave.</summary>
    Stale,
    /// <summary>The same activity was delivered twice at once and the other delivery was faster. Nothing was written.</summary>
    AlreadyHandled,
}

/// <summary>Everything a turn leaves behind, written in one transaction before anything is sent.</summary>
internal sealed class TurnRecord(BotDatabase database, TimeProvider clock)
{
    /// <summary>Teams repeats within minutes; an hour is far beyond that, and answers show more than a bot should keep.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    public TurnStorage State { get; } = new(database);

    public List<Post> Posts { get; } = [];

    /// <summary>Rows that go: their messages show something else from now on.</summary>
    public List<Post> Forgotten { get; } = [];

    /// <summary>A person's act took this run past its forms: events may change those messages again.</summary>
    public Guid? PastForms { get; set; }

    /// <summary>Where to reach conversations later: id, and reference as JSON.</summary>
    public List<(string Id, string Reference)> Conversations { get; } = [];

    /// <summary>Key of the activity, when it counts as handled.</summary>
    public string? Handled { get; set; }

    /// <summary>What a repeat is answered with. Never the answer to Collect.</summary>
    public string? Answer { get; set; }

    public async Task<Saved> SaveAsync(CancellationToken cancellationToken)
    {
        var saved = Saved.Yes;
        try
        {
            await database.WriteAsync(
                async connection =>
                {
                    if (!await RecordHandledAsync(connection, cancellationToken)) saved = Saved.AlreadyHandled;
                    else if (!await WriteStateAsync(connection, cancellationToken)) saved = Saved.Stale;
                    if (saved is not Saved.Yes) return false;
                    await WritePostsAsync(connection, cancellationToken);
                    return true;
                },
                cancellationToken);
        }
        catch (DbException e) when (Sql.IsDuplicate(e))
        {
            // Another turn gave that message to another run.
            return Saved.Stale;
        }

        return saved;
    }

    private async Task WritePostsAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        foreach (var post in Forgotten) await Threads.Posts.ForgetAsync(connection, post, cancellationToken);
        if (PastForms is { } run) await Threads.Posts.FreeFormsAsync(connection, run, cancellationToken);
        foreach (var post in Posts) await Threads.Posts.WriteAsync(connection, post, cancellationToken);
        foreach (var (id, reference) in Conversations) await Threads.Conversations.WriteAsync(connection, id, reference, cancellationToken);
    }

    private async Task<bool> RecordHandledAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        if (Handled is null) return true;
        var now = clock.GetUtcNow();
        await connection.ExecuteAsync("DELETE FROM handled WHERE at < @old", cancellationToken, ("old", (now - Remembered).Ticks));
        return await connection.ExecuteAsync(
            "INSERT INTO handled (id, at, answer) VALUES (@id, @at, @answer) ON CONFLICT (id) DO NOTHING",
            cancellationToken, ("id", Handled), ("at", now.Ticks), ("answer", Answer)) == 1;
    }

    /// <summary>What a turn has not read, it begins: a row that is there all the same was begun by another turn.</summary>
    private Task<bool> WriteStateAsync(DbConnection connection, CancellationToken cancellationToken) =>
        StateRows.WriteAsync(connection, State.Changes.Select(change => change with { Replaces = change.Replaces ?? 0 }), cancellationToken);
}
