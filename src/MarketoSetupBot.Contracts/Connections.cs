namespace MarketoSetupBot.Contracts;

/// <summary>What outlives a setup: an organisation whose sync this product looks after.</summary>
public sealed record ConnectionView
{
    public required Guid Id { get; init; }
    public required string OrganisationHost { get; init; }
    public string? AppName { get; init; }
    public string? ClientId { get; init; }
    public DateTimeOffset? SecretExpiresAt { get; init; }
    public Guid? OpenRun { get; init; }
    public DateTimeOffset? ValidatedAt { get; init; }
}
