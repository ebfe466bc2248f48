using MarketoSetupBot.Sandbox.Dataverse;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Sandbox.PowerPlatform;

/// <summary>What an administrator does under "Application users", and under "Marketo Config" in Dynamics.</summary>
internal sealed class ApplicationUsers(Organization organization, Tenant tenant)
{
    public ApplicationUsersView View
    {
        get
        {
            var state = organization.State;
            return new(
                [.. state.Users.Where(user => user.ApplicationId is not null).Select(user => new ApplicationUserRow(
                    user.Id, user.FullName, user.ApplicationId!.Value, user.Email, !user.IsDisabled,
                    user.Roles.Contains(OrganizationState.SyncRole), state.ConfiguredUser == user.Id))],
                [.. tenant.Locked(() => tenant.Applications.Values.Select(app => new AppRow(app.AppId, app.DisplayName ?? "")).OrderBy(app => app.Name, StringComparer.Ordinal).ToArray())]);
        }
    }

    /// <exception cref="ArgumentException">No such app registration, it has a user already, or another user has that e-mail.</exception>
    public void Add(NewApplicationUser form)
    {
        var name = tenant.Locked(() => tenant.Applications.Values.FirstOrDefault(app => app.AppId == form.ClientId)?.DisplayName)
            ?? throw new ArgumentException("Choose an app registration of this tenant.");
        if (string.IsNullOrWhiteSpace(form.Email) || !form.Email.Contains('@', StringComparison.Ordinal)) throw new ArgumentException("Enter an e-mail address.");
        organization.Change(state =>
        {
            if (state.Users.Any(user => user.ApplicationId == form.ClientId)) throw new ArgumentException("This app has an application user already.");
            if (state.Users.Any(user => user.Email.Equals(form.Email, StringComparison.OrdinalIgnoreCase))) throw new ArgumentException("Another user has this e-mail address.");
            var user = new SystemUser
            {
                Id = Guid.NewGuid(),
                FullName = name,
                DomainName = form.Email,
                Email = form.Email,
                ApplicationId = form.ClientId,
                AccessMode = 4,
                IsLicensed = false,
                Roles = form.SyncRole ? [OrganizationState.SyncRole] : [],
            };
            return state with { Users = [.. state.Users, user], ConfiguredUser = form.MarketoUser ? user.Id : state.ConfiguredUser };
        });
    }

    /// <exception cref="ArgumentException">No such user.</exception>
    public void Change(Guid id, ApplicationUserChange change) => organization.Change(state =>
    {
        var user = state.User(id) is { ApplicationId: not null } found ? found : throw new ArgumentException("There is no such application user.");
        var changed = state.With(user with
        {
            IsDisabled = change.Active is { } active ? !active : user.IsDisabled,
            Email = change.Email ?? user.Email,
            Roles = change.SyncRole switch { null => user.Roles, true => [.. user.Roles.Where(r => r != OrganizationState.SyncRole), OrganizationState.SyncRole], false => [.. user.Roles.Where(r => r != OrganizationState.SyncRole)] },
        });
        return change.MarketoUser is true ? changed with { ConfiguredUser = id } : changed;
    });
}

internal sealed record ApplicationUsersView(IReadOnlyList<ApplicationUserRow> Users, IReadOnlyList<AppRow> Apps);

/// <param name="MarketoUser">Whether "Marketo Config" names it.</param>
internal sealed record ApplicationUserRow(Guid Id, string Name, Guid ClientId, string Email, bool Active, bool SyncRole, bool MarketoUser);

internal sealed record AppRow(Guid ClientId, string Name);

/// <param name="SyncRole">With the role "Marketo Sync User".</param>
/// <param name="MarketoUser">And named in "Marketo Config".</param>
public sealed record NewApplicationUser(Guid ClientId, string Email, bool SyncRole = true, bool MarketoUser = true);

/// <summary>Null leaves a thing as it is.</summary>
internal sealed record ApplicationUserChange(bool? Active = null, string? Email = null, bool? SyncRole = null, bool? MarketoUser = null);
