using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>This product still owns the application, without which it can neither renew the secret nor repair anything; and nobody owns it who should not: an owner may add credentials.</summary>
internal sealed class OwnersCheck(Readings readings, Portal portal, BackendIdentity identity) : ICheck
{
    public string Id => CheckIds.Owners;

    public IReadOnlyList<string> DependsOn => [CheckIds.Application];

    public IReadOnlyList<string> Permissions => [GraphPermissions.Applications];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        var app = (await readings.ApplicationAsync(connection, cancellationToken))!;
        var owners = await readings.OwnersAsync(app.Id!, cancellationToken);
        var page = portal.Owners(app.AppId!);
        var unexpected = owners.Count(o => !IsOurs(o) && !IsMember(o));
        var view = (owners.Any(IsOurs), unexpected) switch
        {
            (false, _) => this.Warning(new Phrase(PhraseCodes.CheckOwnerLost), page),
            (_, > 0) => this.Warning(new Phrase(PhraseCodes.CheckOwnersUnexpected, ("count", CheckViews.Number(unexpected))), page),
            _ => this.Passed(new Phrase(PhraseCodes.CheckOwnersExpected, ("count", CheckViews.Number(owners.Count))), page),
        };
        return view.Saw(Sources.Owners, "count", owners.Count).Telling(owners.Where(o => !IsOurs(o)).Select(Named)).For(WhoCan.ChangeApplications);
    }

    private bool IsOurs(DirectoryObject owner) => owner is ServicePrincipal app && string.Equals(app.AppId, identity.ClientId, StringComparison.OrdinalIgnoreCase);

    /// <summary>Of an owner Graph shows neither the type of user nor whether the account is enabled, unless asked object by object; a guest's name gives it away.</summary>
    private static bool IsMember(DirectoryObject owner) => owner is User user && user.UserPrincipalName?.Contains("#EXT#", StringComparison.OrdinalIgnoreCase) is not true;

    private static Phrase Named(DirectoryObject owner) => owner switch
    {
        User user => Detail(user.UserPrincipalName ?? user.DisplayName),
        ServicePrincipal app => Detail(app.DisplayName),
        _ => Detail(owner.Id),
    };

    private static Phrase Detail(string? name) => new(PhraseCodes.DetailOwner, ("name", name ?? "?"));
}
