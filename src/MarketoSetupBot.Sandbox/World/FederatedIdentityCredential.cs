namespace MarketoSetupBot.Sandbox.World;

/// <summary>Lets tokens of another issuer prove an app, without any secret. <see href="https://learn.microsoft.com/graph/api/resources/federatedidentitycredential"/></summary>
public sealed record FederatedIdentityCredential
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string Issuer { get; init; }
    public required string Subject { get; init; }
    public IReadOnlyList<string> Audiences { get; init; } = ["api://AzureADTokenExchange"];
    public string? Description { get; init; }
}
