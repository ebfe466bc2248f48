namespace MarketoSetupBot.Sandbox.World;

/// <summary>A client secret as Graph shows it: everything but the value.</summary>
public sealed record PasswordCredential
{
    public string? CustomKeyIdentifier { get; init; }
    public string? DisplayName { get; init; }
    public DateTimeOffset? EndDateTime { get; init; }

    /// <summary>The first three characters of the value.</summary>
    public string? Hint { get; init; }

    public Guid KeyId { get; init; }

    /// <summary>Present in the answer to <c>addPassword</c> and nowhere else, ever.</summary>
    public string? SecretText { get; init; }

    public DateTimeOffset? StartDateTime { get; init; }

    public override string ToString() => $"PasswordCredential {{ KeyId = {KeyId} }}";
}

/// <summary>A certificate with which an app proves itself.</summary>
public sealed record KeyCredential
{
    public string? CustomKeyIdentifier { get; init; }
    public string? DisplayName { get; init; }
    public DateTimeOffset? EndDateTime { get; init; }

    /// <summary>Base64 of the DER certificate.</summary>
    public string? Key { get; init; }

    public Guid KeyId { get; init; }
    public DateTimeOffset? StartDateTime { get; init; }
    public string? Type { get; init; } = "AsymmetricX509Cert";
    public string? Usage { get; init; } = "Verify";
}
