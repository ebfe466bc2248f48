namespace MarketoSetupBot.Backend.Runs;

/// <summary>The <c>Idempotency-Key</c> header: the same person's same act under the same key is done once.</summary>
public sealed record IdempotencyKey(string? Value)
{
    private const int Longest = 200;

    public static ValueTask<IdempotencyKey> BindAsync(HttpContext context)
    {
        var value = context.Request.Headers["Idempotency-Key"].ToString();
        if (value.Length > Longest)
            throw new BadHttpRequestException("The Idempotency-Key is too long.");
        return ValueTask.FromResult(new IdempotencyKey(value.Length == 0 ? null : value));
    }
}
