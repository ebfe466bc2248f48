namespace MarketoSetupBot.Backend.Runs;

/// <summary>An act that was done under an idempotency key. Only that it was done is kept: a repeat is answered with the present run.</summary>
public sealed class HandledRequest
{
    public required string PersonId { get; init; }
    public required string Act { get; init; }
    public required string Key { get; init; }
    public required Guid RunId { get; init; }
    public required DateTimeOffset At { get; init; }
}
