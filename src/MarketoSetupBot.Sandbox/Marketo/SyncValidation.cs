namespace MarketoSetupBot.Sandbox.Marketo;

/// <summary>Validate Sync Setup: signs in with what was saved, then reads Dynamics as the sync user.</summary>
internal sealed class SyncValidation(EntraSignIn entra, DynamicsReads dynamics)
{
    public async Task<IReadOnlyList<ValidationCheck>> RunAsync(SavedCredentials saved, CancellationToken cancellation)
    {
        if (await dynamics.FindAsync(saved.Url, cancellation) is not { } organisation) return ValidationCheck.All(false);
        var signIn = await entra.SignInAsync(organisation, saved, cancellation);
        // Entra refuses for want of consent only after it has accepted the password and the secret; Adobe files that under the third check.
        if (signIn.Token is not { } token) return ValidationCheck.All(true, signIn.CredentialsAccepted);
        if (await dynamics.WhoAmIAsync(organisation, token, cancellation) is not { } user) return ValidationCheck.All(true, true);

        var hasRole = await dynamics.HasSyncRoleAsync(organisation, token, user, cancellation);
        var solution = await dynamics.SolutionAsync(organisation, token, cancellation);
        var stepsEnabled = solution is { } id && await dynamics.AllStepsEnabledAsync(organisation, token, id, cancellation);
        var configured = solution is null ? null : await dynamics.ConfiguredUserAsync(organisation, token, cancellation);
        return ValidationCheck.All(true, true, hasRole, solution is not null, stepsEnabled, configured is not null,
            configured == user && await IsNamedAsync(organisation, token, saved, user, cancellation));
    }

    /// <summary>Server to server there is no user name in the token: the e-mail of the application user has to be what was entered.</summary>
    private async Task<bool> IsNamedAsync(DynamicsOrganisation at, string token, SavedCredentials saved, Guid user, CancellationToken cancellation) =>
        saved.Method is SignInMethod.PasswordGrant
        || string.Equals(await dynamics.EmailAsync(at, token, user, cancellation), saved.Username, StringComparison.OrdinalIgnoreCase);

    /// <summary>What every sync cycle begins with, and all that this sandbox does of one.</summary>
    public async Task<CycleOutcome> CycleAsync(SavedCredentials saved, CancellationToken cancellation) =>
        await dynamics.FindAsync(saved.Url, cancellation) is { } organisation
        && (await entra.SignInAsync(organisation, saved, cancellation)).Token is { } token
        && await dynamics.WhoAmIAsync(organisation, token, cancellation) is not null
            ? CycleOutcome.Succeeded
            : CycleOutcome.Failed;
}
