using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>The sync user's password does not run out, and was not changed after Marketo last got something from us.</summary>
internal sealed class SyncUserPasswordCheck(Readings readings, Portal portal, TimeProvider time) : ICheck
{
    public string Id => CheckIds.SyncUserPassword;

    public IReadOnlyList<string> DependsOn => [CheckIds.SyncUser, CheckIds.Domain];

    public IReadOnlyList<string> Permissions => [GraphPermissions.Users, GraphPermissions.Domains];

    /// <summary>What a domain that says nothing does. Source: Microsoft Graph, domain resource.</summary>
    private const int UnsetValidityDays = 90;

    /// <summary>The portal's way to say never.</summary>
    private const int Never = int.MaxValue;

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        var user = (await readings.SyncUserAsync(connection.SyncUser!, cancellationToken))!;
        var domain = (await readings.DomainsAsync(cancellationToken)).Named(TenantFacts.DomainOf(connection.SyncUser!));
        return Judge(user, domain?.PasswordValidityPeriodInDays ?? UnsetValidityDays, connection)
            .Saw(Sources.User, "passwordPolicies", user.PasswordPolicies).Saw(Sources.Domains, "passwordValidityPeriodInDays", domain?.PasswordValidityPeriodInDays)
            .Telling(user.LastPasswordChangeDateTime is { } at ? [new Phrase(PhraseCodes.DetailPasswordChanged, ("changed", CheckViews.Instant(at)))] : []).For(WhoCan.ChangeUsers);
    }

    private CheckView Judge(User user, int validityDays, Connection connection)
    {
        var page = portal.User(user.Id!);
        if (user.OnPremisesSyncEnabled is true) return this.Passed(new Phrase(PhraseCodes.CheckPasswordOnPremises), page);
        if (!NeverExpires(user, validityDays) && user.LastPasswordChangeDateTime is { } changed)
        {
            var expires = changed.AddDays(validityDays);
            var left = expires - time.GetUtcNow();
            if (left <= TimeSpan.Zero) return this.Failed(new Phrase(PhraseCodes.CheckPasswordExpired, ("expires", CheckViews.Instant(expires))), page);
            return this.Warning(new Phrase(PhraseCodes.CheckPasswordExpires, ("days", CheckViews.Number((int)left.TotalDays)), ("expires", CheckViews.Instant(expires))), page);
        }

        return user.LastPasswordChangeDateTime is { } last && LastHandedOut(connection) is { } handedOut && last > handedOut
            ? this.Warning(new Phrase(PhraseCodes.CheckPasswordChanged, ("changed", CheckViews.Instant(last))), page)
            : this.Passed(new Phrase(PhraseCodes.CheckPasswordLasts), page);
    }

    private static bool NeverExpires(User user, int validityDays) =>
        validityDays == Never || user.PasswordPolicies?.Contains("DisablePasswordExpiration", StringComparison.OrdinalIgnoreCase) is true;

    private static DateTimeOffset? LastHandedOut(Connection connection) =>
        connection.Secrets.Where(s => s.IsOut).Max(s => (DateTimeOffset?)s.RequestedAt);
}
