using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Plans;

/// <summary>People of the tenant, read live.</summary>
public interface IDirectory
{
    /// <returns>Null when the tenant has no such user.</returns>
    /// <exception cref="TenantUnavailableException" />
    Task<Account?> FindAsync(string objectId, CancellationToken cancellationToken);

    /// <summary>Template ids of the Entra roles that the person holds now for the whole tenant (directory scope <c>/</c>).</summary>
    /// <exception cref="TenantUnavailableException" />
    Task<IReadOnlySet<string>> RolesAsync(string objectId, CancellationToken cancellationToken);

    /// <summary>
    /// Template ids of the roles that the person could activate for the whole tenant in Privileged Identity Management. Empty also where that cannot
    /// be read: it is a hint, never a right.
    /// </summary>
    Task<IReadOnlySet<string>> EligibleRolesAsync(string objectId, CancellationToken cancellationToken);

    /// <summary>Object ids of those who hold one of these roles for the whole tenant, themselves or as members of a group that does. Not all of very many.</summary>
    /// <exception cref="TenantUnavailableException" />
    Task<IReadOnlyList<string>> HoldersAsync(IReadOnlyList<string> roles, CancellationToken cancellationToken);

    /// <exception cref="TenantUnavailableException" />
    Task<bool> IsMemberAsync(string objectId, string groupId, CancellationToken cancellationToken);
}

public sealed record Account(PersonView Person, bool Enabled, bool Guest);
