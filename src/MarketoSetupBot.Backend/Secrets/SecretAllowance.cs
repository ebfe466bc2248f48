using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Secrets;

/// <summary>What the tenant's app management policy says of new client secrets.</summary>
/// <param name="Forbidden">No new secrets for an application created at that time.</param>
/// <param name="MaximumLifetime">Null: no limit.</param>
public sealed record SecretAllowance(bool Forbidden, TimeSpan? MaximumLifetime)
{
    public static SecretAllowance Free { get; } = new(false, null);

    /// <param name="appCreatedAt">Restrictions may spare applications from before a date.</param>
    public static SecretAllowance From(TenantAppManagementPolicy policy, DateTimeOffset appCreatedAt)
    {
        if (policy.IsEnabled is not true) return Free;
        var restrictions = (policy.ApplicationRestrictions?.PasswordCredentials ?? [])
            .Where(r => r.State is not AppManagementRestrictionState.Disabled)
            .Where(r => r.RestrictForAppsCreatedAfterDateTime is not { } after || appCreatedAt > after)
            .ToList();
        return new SecretAllowance(
            restrictions.Any(r => r.RestrictionType is AppCredentialRestrictionType.PasswordAddition),
            restrictions.Where(r => r.RestrictionType is AppCredentialRestrictionType.PasswordLifetime).Min(r => r.MaxLifetime));
    }

    /// <returns>Whole days, never more than asked for.</returns>
    public int Cap(int days) => MaximumLifetime is { } most ? Math.Min(days, (int)most.TotalDays) : days;

    /// <returns>The instant asked for, or as late as is allowed.</returns>
    public DateTimeOffset Cap(DateTimeOffset expiresAt, DateTimeOffset now) =>
        MaximumLifetime is { } most && expiresAt > now + most ? now + most : expiresAt;
}
