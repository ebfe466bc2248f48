namespace MarketoSetupBot.Sandbox.World;

/// <summary>A directory role held by a principal.</summary>
public sealed record RoleAssignment
{
    public required string Id { get; init; }
    public required Guid PrincipalId { get; init; }
    public required Guid RoleDefinitionId { get; init; }

    /// <summary><c>/</c> for the whole tenant, or <c>/administrativeUnits/{id}</c>.</summary>
    public string DirectoryScopeId { get; init; } = "/";
}
