namespace MarketoSetupBot.Backend.Tenant;

/// <summary>
/// Carries a <see cref="Trouble"/> to whoever knows what it means there. It keeps no inner exception: the SDK's own might
/// hold headers or parts of a body, and this one may end up in a log.
/// </summary>
internal sealed class TroubleException(Trouble trouble)
    : Exception($"Graph: {trouble.Kind} ({trouble.Code}), {trouble.Permission}")
{
    public Trouble Trouble { get; } = trouble;
}
