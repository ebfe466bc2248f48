using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Plans;

/// <summary>People, their roles and groups, from Graph at the moment of asking: nothing is remembered, because a right may have been taken away a second ago.</summary>
internal sealed class Directory(TenantReads reads, TenantGraph graph) : IDirectory
{
    /// <summary>The whole tenant; a role for one administrative unit says nothing about applications.</summary>
    private const string WholeTenant = "/";

    /// <summary>The administrators of a large tenant are not all looked up for a hint.</summary>
    private const int MostHolders = 20;

    public async Task<Account?> FindAsync(string objectId, CancellationToken cancellationToken)
    {
        var user = await Unavailable.Guard(() => reads.UserAsync(objectId, cancellationToken));
        return user?.Id is { } id
            ? new Account(new PersonView(id, user.DisplayName ?? user.UserPrincipalName ?? id), user.AccountEnabled is true, user.IsGuest())
            : null;
    }

    public Task<IReadOnlySet<string>> RolesAsync(string objectId, CancellationToken cancellationToken) =>
        Unavailable.Guard(async () =>
        {
            var direct = AssignedAsync(objectId, cancellationToken);
            var groups = await RoleGroupsAsync(objectId, cancellationToken);
            var held = await Task.WhenAll([direct, .. groups.Select(group => AssignedAsync(group, cancellationToken))]);
            return (IReadOnlySet<string>)held.SelectMany(roles => roles).ToHashSet(StringComparer.OrdinalIgnoreCase);
        });

    public async Task<IReadOnlySet<string>> EligibleRolesAsync(string objectId, CancellationToken cancellationToken)
    {
        try
        {
            var groups = await RoleGroupsAsync(objectId, cancellationToken);
            var eligible = await Task.WhenAll(((string[])[objectId, .. groups]).Select(principal => EligibleAsync(principal, cancellationToken)));
            return eligible.SelectMany(roles => roles).ToHashSet(StringComparer.OrdinalIgnoreCase);
        }
        catch (TroubleException)
        {
            // No licence for Privileged Identity Management, or no permission to read it: then there is nothing to hint at.
            return new HashSet<string>();
        }
    }

    public Task<IReadOnlyList<string>> HoldersAsync(IReadOnlyList<string> roles, CancellationToken cancellationToken) =>
        Unavailable.Guard(async () =>
        {
            var pages = await Task.WhenAll(roles.Select(role => graph.AskAsync(GraphPermissions.Roles, g => g.RoleManagement.Directory.RoleAssignments.GetAsync(
                r => r.QueryParameters.Filter = $"roleDefinitionId eq '{role}'", cancellationToken), cancellationToken)));
            var holders = pages.SelectMany(page => page.Value ?? [])
                .Where(a => a.DirectoryScopeId == WholeTenant && a.PrincipalId is not null)
                .Select(a => a.PrincipalId!).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostHolders);
            var people = await Task.WhenAll(holders.Select(holder => PeopleAsync(holder, cancellationToken)));
            return (IReadOnlyList<string>)[.. people.SelectMany(p => p).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
        });

    public Task<bool> IsMemberAsync(string objectId, string groupId, CancellationToken cancellationToken) =>
        Unavailable.Guard(async () =>
        {
            // Answers for nested groups too, and reads nothing but this one membership. 404: no such person.
            var answer = await graph.FindAsync(GraphPermissions.Groups, g => g.Users[objectId].CheckMemberGroups
                .PostAsCheckMemberGroupsPostResponseAsync(new() { GroupIds = [groupId] }, cancellationToken: cancellationToken), cancellationToken);
            return answer?.Value?.Contains(groupId, StringComparer.OrdinalIgnoreCase) is true;
        });

    /// <summary>Who is behind an assignment: the members of a group, through other groups too; everybody else is who they are.</summary>
    private async Task<IEnumerable<string>> PeopleAsync(string holder, CancellationToken cancellationToken)
    {
        var members = await graph.FindAsync(GraphPermissions.Groups, g => g.Groups[holder].TransitiveMembers.GetAsync(r =>
        {
            r.QueryParameters.Select = ["id"];
            r.QueryParameters.Top = 100;
        }, cancellationToken), cancellationToken);
        return members is null ? [holder] : (members.Value ?? []).Select(m => m.Id).OfType<string>();
    }

    private async Task<IEnumerable<string>> AssignedAsync(string principalId, CancellationToken cancellationToken)
    {
        var page = await graph.AskAsync(GraphPermissions.Roles, g => g.RoleManagement.Directory.RoleAssignments.GetAsync(
            r => r.QueryParameters.Filter = $"principalId eq '{principalId}'", cancellationToken), cancellationToken);
        // For built-in roles the definition's id is the template's.
        return (page.Value ?? []).Where(a => a.DirectoryScopeId == WholeTenant && a.RoleDefinitionId is not null).Select(a => a.RoleDefinitionId!);
    }

    private async Task<IEnumerable<string>> EligibleAsync(string principalId, CancellationToken cancellationToken)
    {
        var page = await graph.AskAsync(GraphPermissions.Eligibility, g => g.RoleManagement.Directory.RoleEligibilitySchedules.GetAsync(
            r => r.QueryParameters.Filter = $"principalId eq '{principalId}'", cancellationToken), cancellationToken);
        return (page.Value ?? []).Where(s => s.DirectoryScopeId == WholeTenant && s.RoleDefinitionId is not null).Select(s => s.RoleDefinitionId!);
    }

    /// <summary>Groups that may carry directory roles and that the person belongs to, directly or through others.</summary>
    private async Task<IReadOnlyList<string>> RoleGroupsAsync(string objectId, CancellationToken cancellationToken)
    {
        // Not the cast to groups: Graph answers casts from an index that lags, and a role taken away must count at once.
        List<Group> groups = [];
        var page = await graph.FindAsync(GraphPermissions.Groups, g => g.Users[objectId].TransitiveMemberOf.GetAsync(r =>
        {
            r.QueryParameters.Select = ["id", "isAssignableToRole"];
            r.QueryParameters.Top = 999;
        }, cancellationToken), cancellationToken);
        while (page is not null)
        {
            groups.AddRange((page.Value ?? []).OfType<Group>());
            var next = page.OdataNextLink;
            page = next is null ? null : await graph.AskAsync(GraphPermissions.Groups,
                g => g.Users[objectId].TransitiveMemberOf.WithUrl(next).GetAsync(cancellationToken: cancellationToken), cancellationToken);
        }

        return [.. groups.Where(g => g.IsAssignableToRole is true && g.Id is not null).Select(g => g.Id!)];
    }
}
