using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Secrets;

/// <summary>What the tenant's app management policy says of new client secrets.</summary>
/// <param name="Forbidden">No new secrets for an application created at that time.</param>
/// <param name="MaximumLifetime">Null: no limit.</param>
/// <param name="SomeCallersExempt">Callers with a custom security attribute are spared; whether the backend has it, only a holder of an attribute role could read.</param>
public sealed record SecretAllowance(bool Forbidden, TimeSpan? MaximumLifetime, bool SomeCallersExempt = false)
{
    /// <summary>Not in version 1.0's typed model yet, but in its answers.</summary>
    private const string Exemptions = "excludeActors";

    public static SecretAllowance Free { get; } = new(false, null);

    /// <param name="appCreatedAt">Restrictions may spare applications from before a date.</param>
    public static SecretAllowance From(TenantAppManagementPolicy policy, DateTimeOffset appCreatedAt)
        => From(policy.IsEnabled, policy.ApplicationRestrictions?.PasswordCredentials, appCreatedAt);

    /// <summary>A policy assigned to the application stands in place of the tenant's default, whole.</summary>
    public static SecretAllowance From(AppManagementPolicy assigned, DateTimeOffset appCreatedAt)
        => From(assigned.IsEnabled, assigned.Restrictions?.PasswordCredentials, appCreatedAt);

    private static SecretAllowance From(bool? isEnabled, List<PasswordCredentialConfiguration>? rules, DateTimeOffset appCreatedAt)
    {
        if (isEnabled is not true) return Free;
        var restrictions = (rules ?? [])
            .Where(r => r.State is not AppManagementRestrictionState.Disabled)
            .Where(r => r.RestrictForAppsCreatedAfterDateTime is not { } after || appCreatedAt > after)
            .ToList();
        return new SecretAllowance(
            restrictions.Any(r => r.RestrictionType is AppCredentialRestrictionType.PasswordAddition),
            restrictions.Where(r => r.RestrictionType is AppCredentialRestrictionType.PasswordLifetime).Min(r => r.MaxLifetime),
            restrictions.Any(r => r.AdditionalData.TryGetValue(Exemptions, out var exempt) && exempt is not null));
    }

    /// <returns>Whole days, never more than asked for.</returns>
    public int Cap(int days) => MaximumLifetime is { } most ? Math.Min(days, (int)most.TotalDays) : days;

    /// <returns>The instant asked for, or as late as is allowed.</returns>
    public DateTimeOffset Cap(DateTimeOffset expiresAt, DateTimeOffset now) =>
        MaximumLifetime is { } most && expiresAt > now + most ? now + most : expiresAt;
}
