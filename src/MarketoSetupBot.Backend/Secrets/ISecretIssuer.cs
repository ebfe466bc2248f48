using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Plans;

namespace MarketoSetupBot.Backend.Secrets;

/// <summary>Creates and removes client secrets in Entra. Knows nothing of claims and recipients: whoever calls has the atomic claim.</summary>
public interface ISecretIssuer
{
    /// <summary>One <c>addPassword</c>, never repeated by itself. The display name ends with <paramref name="marker"/>.</summary>
    /// <exception cref="TenantUnavailableException">No secret was created, or its answer was lost: the caller removes what bears the marker.</exception>
    /// <exception cref="SecretRefusedException">Entra refuses; nothing was created.</exception>
    Task<NewSecret> IssueAsync(Connection connection, string description, string marker, DateTimeOffset expiresAt, CancellationToken cancellationToken);

    /// <summary>Every client secret that the application has, whoever made it.</summary>
    /// <exception cref="TenantUnavailableException" />
    Task<IReadOnlyList<PresentSecret>> ListAsync(Connection connection, CancellationToken cancellationToken);

    /// <summary>Removes the credential with that key id, or those whose display name ends with the marker. Absent is fine.</summary>
    /// <exception cref="TenantUnavailableException" />
    Task RemoveAsync(Connection connection, IssuedSecret secret, CancellationToken cancellationToken);
}

/// <summary>A client secret as Entra lists it: everything but its value.</summary>
public sealed record PresentSecret(Guid KeyId, DateTimeOffset? StartsAt, DateTimeOffset? ExpiresAt);

/// <summary>The one value. Lives on the stack of one request; <see cref="ToString"/> does not show it.</summary>
public sealed record NewSecret(Guid KeyId, string Value, DateTimeOffset ExpiresAt)
{
    public override string ToString() => $"NewSecret {{ KeyId = {KeyId} }}";
}

/// <param name="missingPermission">The Graph permission that the backend lacks, if that is the reason.</param>
/// <param name="keptIn">Entra was never asked: the application on record is not ours.</param>
public sealed class SecretRefusedException(string code, string? missingPermission, bool keptIn = false)
    : Exception("The secret was refused: " + code)
{
    public string Code { get; } = code;
    public string? MissingPermission { get; } = missingPermission;
    public bool KeptIn { get; } = keptIn;
}
