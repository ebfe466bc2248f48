namespace MarketoSetupBot.Backend.Plans;

/// <summary>Graph or Entra did not answer, asked us to come back later, or refused the backend itself.</summary>
/// <param name="retryAfter">What the answer asked for.</param>
/// <param name="missingPermission">The Graph permission that the backend lacks, when the answer was 403: waiting will not help.</param>
/// <param name="code">Microsoft's short error code, for the log.</param>
/// <param name="keptIn">It was never asked: the write was for something that is not ours. Waiting will not help.</param>
public sealed class TenantUnavailableException(
    TimeSpan? retryAfter, Exception? inner = null, string? missingPermission = null, string? code = null, bool keptIn = false)
    : Exception($"The tenant cannot be read or written right now ({code ?? "no answer"}{(missingPermission is null ? "" : ", " + missingPermission)}).", inner)
{
    public TimeSpan? RetryAfter { get; } = retryAfter;
    public string? MissingPermission { get; } = missingPermission;
    public bool KeptIn { get; } = keptIn;
}
