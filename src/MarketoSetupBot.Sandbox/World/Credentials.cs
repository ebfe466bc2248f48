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

/// <summary>
/// Another issuer's tokens stand for this app's certificate. <see href="https://learn.microsoft.com/graph/api/resources/federatedidentitycredential"/>
/// </summary>
public sealed record FederatedIdentityCredential
{
    public Guid Id { get; init; } = Guid.NewGuid();
    public string Name { get; init; } = "";
    public required string Issuer { get; init; }
    public required string Subject { get; init; }

    /// <summary>Entra proposes this one for every kind of workload.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Audience { get; init; } = "api://AzureADTokenExchange";

    public IReadOnlyList<string> Audiences => [Audience];

    /// <summary>What the issuer publishes. Entra fetches it; nothing in the sandbox may reach out, so it is told.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<Microsoft.IdentityModel.Tokens.SecurityKey> Keys { get; init; } = [];
}
