using System.Data.Common;
using MarketoSetupBot.State;

namespace MarketoSetupBot.Threads;

/// <summary>The record of which message shows what.</summary>
internal sealed class Posts(BotDatabase database, TimeProvider clock)
{
    /// <summary>After this a claim is one of a process that died.</summary>
    public static readonly TimeSpan ClaimLasts = TimeSpan.FromSeconds(30);

    /// <summary>Stands between a channel and the message that began the thread.</summary>
    public const string ThreadOf = ";messageid=";

    private const string Columns = "run, kind, conversation, activity, version, holds, culture, claimed_at, notices";

    public Task<List<Post>> OfRunAsync(Guid run, CancellationToken cancellationToken) =>
        database.ReadAsync(
            c => c.QueryAsync($"SELECT {Columns} FROM posts WHERE run = @run ORDER BY conversation, kind", Row, cancellationToken, ("run", run.ToString("D"))),
            cancellationToken);

    public Task<List<Post>> OfConversationAsync(string conversation, CancellationToken cancellationToken) =>
        database.ReadAsync(
            c => c.QueryAsync($"SELECT {Columns} FROM posts WHERE conversation = @conversation", Row, cancellationToken, ("conversation", conversation)),
            cancellationToken);

    /// <summary>Those of all threads of the channel that the conversation is in: whoever reads one can read the others.</summary>
    public Task<List<Post>> OfChannelAroundAsync(string conversation, CancellationToken cancellationToken)
    {
        var place = conversation.Split(ThreadOf)[0];
        return database.ReadAsync(
            c => c.QueryAsync(
                $"SELECT {Columns} FROM posts WHERE conversation = @place OR substr(conversation, 1, @length) = @threads",
                Row, cancellationToken, ("place", place), ("length", place.Length + ThreadOf.Length), ("threads", place + ThreadOf)),
            cancellationToken);
    }

    /// <summary>Keeps events off that message until <see cref="ReleaseAsync"/>. Null: no run's card is there, or not any more.</summary>
    public async Task<Post?> ClaimAsync(string conversation, string activity, CancellationToken cancellationToken)
    {
        Post? claimed = null;
        await database.WriteAsync(
            async c =>
            {
                var rows = await c.QueryAsync(
                    $"UPDATE posts SET claimed_at = @now WHERE conversation = @conversation AND activity = @activity RETURNING {Columns}",
                    Row, cancellationToken, ("now", clock.GetUtcNow().Ticks), ("conversation", conversation), ("activity", activity));
                claimed = rows.FirstOrDefault();
                return true;
            },
            cancellationToken);
        return claimed;
    }

    public Task ReleaseAsync(string conversation, string activity, CancellationToken cancellationToken) =>
        ExecuteAsync(
            "UPDATE posts SET claimed_at = NULL WHERE conversation = @conversation AND activity = @activity",
            cancellationToken, ("conversation", conversation), ("activity", activity));

    /// <summary>The message is out under that id. Everybody sees that version.</summary>
    public Task SentAsync(Post post, string activity, CancellationToken cancellationToken) =>
        ExecuteAsync(
            "UPDATE posts SET activity = @activity, claimed_at = NULL, version = @version WHERE run = @run AND kind = @kind AND conversation = @conversation",
            cancellationToken, [.. Key(post), ("activity", activity), ("version", post.Version)]);

    /// <summary>An event changed the message. Never back to an older version, whatever order events come in.</summary>
    public Task UpdatedAsync(Post post, CancellationToken cancellationToken) =>
        ExecuteAsync(
            "UPDATE posts SET version = @version, holds = @holds WHERE run = @run AND kind = @kind AND conversation = @conversation AND activity = @activity AND version < @version",
            cancellationToken, [.. Key(post), ("activity", post.Activity), ("version", post.Version), ("holds", post.Holds.ToString())]);

    public Task ToldAsync(Post post, long notice, CancellationToken cancellationToken) =>
        ExecuteAsync(
            "UPDATE posts SET notices = @notice WHERE run = @run AND kind = @kind AND conversation = @conversation AND notices < @notice",
            cancellationToken, [.. Key(post), ("notice", notice)]);

    /// <summary>The message or its conversation is gone.</summary>
    public Task ForgetAsync(Post post, CancellationToken cancellationToken) =>
        ExecuteAsync("DELETE FROM posts WHERE run = @run AND kind = @kind AND conversation = @conversation", cancellationToken, Key(post));

    /// <summary>In the transaction of a turn.</summary>
    public static Task ForgetAsync(DbConnection connection, Post post, CancellationToken cancellationToken) =>
        connection.ExecuteAsync("DELETE FROM posts WHERE run = @run AND kind = @kind AND conversation = @conversation", cancellationToken, Key(post));

    /// <summary>In the transaction of a turn: whatever the run's messages hold, the run went past it.</summary>
    public static Task FreeFormsAsync(DbConnection connection, Guid run, CancellationToken cancellationToken) =>
        connection.ExecuteAsync("UPDATE posts SET holds = 'Plain' WHERE run = @run AND holds = 'Form'", cancellationToken, ("run", run.ToString("D")));

    /// <summary>In the transaction of a turn.</summary>
    public static Task WriteAsync(DbConnection connection, Post post, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(
            $"""
            INSERT INTO posts ({Columns}) VALUES (@run, @kind, @conversation, @activity, @version, @holds, @culture, @claimedAt, @notices)
            ON CONFLICT (run, kind, conversation) DO UPDATE SET activity = excluded.activity, holds = excluded.holds,
                culture = excluded.culture, claimed_at = excluded.claimed_at,
                version = CASE WHEN posts.activity = excluded.activity AND posts.version > excluded.version THEN posts.version ELSE excluded.version END
            """,
            cancellationToken,
            [
                .. Key(post), ("activity", post.Activity), ("version", post.Version), ("holds", post.Holds.ToString()),
                ("culture", post.Culture), ("claimedAt", post.ClaimedAt?.UtcTicks), ("notices", post.Notices),
            ]);

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken, params (string, object?)[] values) =>
        await database.WriteAsync(async c => await c.ExecuteAsync(sql, cancellationToken, values) >= 0, cancellationToken);

    private static (string, object?)[] Key(Post post) =>
        [("run", post.Run.ToString("D")), ("kind", post.Kind.ToString()), ("conversation", post.Conversation)];

    private static Post Row(DbDataReader row) => new()
    {
        Run = Guid.Parse(row.GetString(0)),
        Kind = Enum.Parse<PostKind>(row.GetString(1)),
        Conversation = row.GetString(2),
        Activity = row.Text(3),
        Version = row.GetInt64(4),
        Holds = Enum.Parse<Holds>(row.GetString(5)),
        Culture = row.GetString(6),
        ClaimedAt = row.IsDBNull(7) ? null : new DateTimeOffset(row.GetInt64(7), TimeSpan.Zero),
        Notices = row.GetInt64(8),
    };
}
