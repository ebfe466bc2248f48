namespace MarketoSetupBot.Sandbox.World;

public sealed record Group
{
    public required Guid Id { get; init; }
    public DateTimeOffset? DeletedDateTime { get; init; }
    public required string DisplayName { get; init; }
    public string? Description { get; init; }
    public IReadOnlyList<string> GroupTypes { get; init; } = ["Unified"];
    public string? MailNickname { get; init; }
    public bool MailEnabled { get; init; } = true;
    public bool SecurityEnabled { get; init; }
    /// <summary>Whether directory roles may be given to the group as a whole.</summary>
    public bool? IsAssignableToRole { get; init; }
    public string Visibility { get; init; } = "Private";

    /// <summary>Object ids of users and nested groups. Not part of the entity; read through <c>members</c>.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<Guid> Members { get; init; } = [];
}
