using System.Collections.Immutable;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Sandbox.Dataverse;

/// <summary>
/// The control API's part of the organisation: <c>GET</c> and <c>PATCH /control/dataverse</c>. What a change does not name stays.
/// </summary>
internal static class OrganizationControl
{
    public static void MapOrganizationControl(this IEndpointRouteBuilder app)
    {
        var control = app.MapGroup("/control/dataverse").RequireHost(SandboxHosts.Loopback);
        control.MapGet("", (Organization organization) => TypedResults.Ok(OrganizationView.Of(organization.State)));
        control.MapPatch("", Change);
    }

    private static IResult Change(OrganizationChange change, Organization organization)
    {
        try
        {
            organization.Change(change.Apply);
        }
        catch (ArgumentException unknown)
        {
            return TypedResults.Problem(title: unknown.Message, statusCode: StatusCodes.Status400BadRequest);
        }
        return TypedResults.Ok(OrganizationView.Of(organization.State));
    }
}

/// <summary>How the organisation should be from now on; null leaves a thing as it is.</summary>
internal sealed record OrganizationChange
{
    /// <summary>User Name of whom the two "sync user" settings are about; Contoso's sync user when left out.</summary>
    public string? User { get; init; }
    /// <summary>Whether that user has the role "Marketo Sync User".</summary>
    public bool? HasSyncRole { get; init; }
    /// <summary>Whether that user is disabled in Dynamics.</summary>
    public bool? UserDisabled { get; init; }
    /// <summary>User Name of that user in Dynamics, where it is to differ from Entra's.</summary>
    public string? UserName { get; init; }
    /// <summary>0 Read-Write, 1 Administrative, 2 Read, 3 Support, 4 Non-interactive, 5 Delegated Admin.</summary>
    public int? AccessMode { get; init; }
    /// <summary>Windows language code; 0 for the organisation's own, which is English.</summary>
    public int? Language { get; init; }
    /// <summary>Name of a team that has the role "Marketo Sync User" and that user among its members; empty ends that.</summary>
    public string? SyncRoleThroughTeam { get; init; }
    /// <summary>Privileges that the role "Marketo Sync User" lacks, such as <c>prvReadLead</c>; an empty list gives all back.</summary>
    public IReadOnlyList<string>? MissingPrivileges { get; init; }
    /// <summary>Whether the backend has an application user here.</summary>
    public bool? ApplicationUser { get; init; }
    /// <summary>Whether that application user has the role that lets it read.</summary>
    public bool? ApplicationUserMayRead { get; init; }
    public bool? ApplicationUserDisabled { get; init; }
    /// <summary>Id of the tenant that the organisation says it belongs to.</summary>
    public Guid? Tenant { get; init; }
    public bool? SolutionInstalled { get; init; }
    public string? SolutionVersion { get; init; }
    /// <summary>Names of the steps that are disabled; an empty list enables all.</summary>
    public IReadOnlyList<string>? DisabledSteps { get; init; }
    /// <summary>User Name of "Marketo User" in Marketo Config; empty clears it.</summary>
    public string? ConfiguredUser { get; init; }

    /// <exception cref="ArgumentException">There is no user, or no step, of that name.</exception>
    public OrganizationState Apply(OrganizationState state)
    {
        if (DisabledSteps?.Except(state.Steps.Select(step => step.Name)).FirstOrDefault() is { } unknown)
            throw new ArgumentException($"The solution has no step '{unknown}'.");
        var ready = OrganizationState.Ready();
        var user = state.User(User ?? Contoso.SyncUser.UserPrincipalName);
        var others = user.Roles.Where(role => role != OrganizationState.SyncRole);
        var changed = state.With(user with
        {
            IsDisabled = UserDisabled ?? user.IsDisabled,
            DomainName = UserName ?? user.DomainName,
            AccessMode = AccessMode ?? user.AccessMode,
            Language = Language ?? user.Language,
            SyncRoleTeam = SyncRoleThroughTeam switch { null => user.SyncRoleTeam, "" => null, var team => team },
            Roles = HasSyncRole switch { null => user.Roles, true => [.. others, OrganizationState.SyncRole], false => [.. others] },
        });
        var solution = SolutionInstalled switch { null => changed.Marketo, true => changed.Marketo ?? ready.Marketo, false => null };
        return changed with
        {
            Marketo = solution is null || SolutionVersion is null ? solution : solution with { Version = SolutionVersion },
            Steps = DisabledSteps is null ? changed.Steps : [.. changed.Steps.Select(step => step with { Enabled = !DisabledSteps.Contains(step.Name) })],
            Tenant = Tenant ?? changed.Tenant,
            MissingPrivileges = MissingPrivileges is null ? changed.MissingPrivileges : [.. MissingPrivileges],
            Users = WithBackend(changed.Users),
            ConfiguredUser = ConfiguredUser switch { null => changed.ConfiguredUser, "" => null, var name => changed.User(name).Id },
        };
    }

    private ImmutableArray<SystemUser> WithBackend(ImmutableArray<SystemUser> users)
    {
        var others = users.Where(user => user.ApplicationId != Contoso.BackendAppId);
        var backend = users.FirstOrDefault(user => user.ApplicationId == Contoso.BackendAppId);
        if (!(ApplicationUser ?? backend is not null)) return [.. others];
        backend ??= OrganizationState.TheBackend;
        return
        [
            .. others,
            backend with
            {
                IsDisabled = ApplicationUserDisabled ?? backend.IsDisabled,
                Roles = ApplicationUserMayRead switch { null => backend.Roles, true => OrganizationState.TheBackend.Roles, false => [] },
            },
        ];
    }
}

internal sealed record OrganizationView(IReadOnlyList<string> SyncUsers, string? SolutionVersion, IReadOnlyList<ProcessingStep> Steps, string? ConfiguredUser)
{
    public static OrganizationView Of(OrganizationState state) => new(
        [.. state.Users.Where(user => user.Roles.Contains(OrganizationState.SyncRole)).Select(user => user.DomainName)],
        state.Marketo?.Version,
        state.Steps,
        state.ConfiguredUser is { } id ? state.User(id)?.DomainName : null);
}
