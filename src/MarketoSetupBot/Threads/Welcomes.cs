using MarketoSetupBot.State;

namespace MarketoSetupBot.Threads;

/// <summary>Which conversations were welcomed. Teams reports an installation twice, milliseconds apart.</summary>
internal sealed class Welcomes(BotDatabase database, TimeProvider clock)
{
    /// <summary>True for exactly one of those who ask, until the bot is removed.</summary>
    public Task<bool> ClaimAsync(string conversation, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async c => await c.ExecuteAsync(
                "INSERT INTO welcomed (conversation, at) VALUES (@conversation, @at) ON CONFLICT (conversation) DO NOTHING",
                cancellationToken, ("conversation", conversation), ("at", clock.GetUtcNow().Ticks)) == 1,
            cancellationToken);

    public Task ForgetAsync(string conversation, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async c => await c.ExecuteAsync("DELETE FROM welcomed WHERE conversation = @conversation", cancellationToken, ("conversation", conversation)) >= 0,
            cancellationToken);
}
