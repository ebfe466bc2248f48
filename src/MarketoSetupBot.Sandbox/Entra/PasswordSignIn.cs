using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Sandbox.Entra;

/// <summary>Checks a user name and a password in Entra's own order. The caller holds the tenant's gate.</summary>
public sealed class PasswordSignIn(Tenant tenant)
{
    /// <summary>Smart lock-out as a new tenant has it.</summary>
    public const int FailuresBeforeLock = 10;

    public static readonly TimeSpan LockDuration = TimeSpan.FromSeconds(60);

    public Refusal? Check(string userName, string password, Application client, out User? user)
    {
        user = tenant.FindUser(userName);
        if (user is null || !user.UserPrincipalName.Equals(userName, StringComparison.OrdinalIgnoreCase)) return Refusal.UnknownUser(userName);
        if (user.UserType == "Guest") return Refusal.ForeignUser;

        var state = tenant.SignInStates.GetValueOrDefault(user.Id) ?? new SignInState();
        if (state.LockedUntil > tenant.Clock.GetUtcNow()) return Refusal.Locked;
        if (!user.AccountEnabled) return Refusal.UserDisabled;
        if (IsFederated(user) && !CloudMayCheck(client)) return Refusal.WrongPassword;
        if (state.Password is null) return Refusal.NoPassword;
        if (state.Password != password) return Fail(user, state);

        tenant.SignInStates[user.Id] = state with { Failures = 0, LockedUntil = null };
        return state.PasswordExpired ? Refusal.PasswordExpired : null;
    }

    private bool IsFederated(User user) => tenant.Domains.GetValueOrDefault(user.Domain())?.AuthenticationType == "Federated";

    /// <summary>
    /// A federated user's password is known to the federation server only, unless its hash is synchronised and a home realm discovery policy on
    /// the client says to use it. Without, Entra says "wrong password" even for the right one, which is what misleads everybody.
    /// </summary>
    private bool CloudMayCheck(Application client) =>
        tenant.PasswordHashSync
        && (tenant.FindServicePrincipal(client.AppId)?.HomeRealmDiscoveryPolicies ?? [])
            .Concat(tenant.HomeRealmDiscoveryPolicies.Values.Where(policy => policy.IsOrganizationDefault is true).Select(policy => policy.Id))
            .Any(id => tenant.HomeRealmDiscoveryPolicies.GetValueOrDefault(id)?.AllowsCloudPasswordValidation() is true);

    private Refusal Fail(User user, SignInState state)
    {
        var failures = state.Failures + 1;
        var locked = failures >= FailuresBeforeLock;
        tenant.SignInStates[user.Id] = state with { Failures = locked ? 0 : failures, LockedUntil = locked ? tenant.Clock.GetUtcNow() + LockDuration : null };
        return Refusal.WrongPassword;
    }
}
