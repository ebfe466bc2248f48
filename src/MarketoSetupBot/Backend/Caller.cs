namespace MarketoSetupBot.Backend;

/// <summary>In whose name the backend is asked: a person's own token, and the key that makes a repeated act one act.</summary>
/// <param name="Token">Access token for the backend.</param>
/// <param name="IdempotencyKey">Activity id and verb.</param>
internal sealed record Caller(string Token, string IdempotencyKey)
{
    /// <summary>Never the token, whoever prints this.</summary>
    public override string ToString() => $"Caller {{ IdempotencyKey = {IdempotencyKey} }}";
}
