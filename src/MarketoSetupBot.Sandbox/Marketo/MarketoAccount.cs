using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Sandbox.Marketo;

/// <summary>
/// Contoso's Marketo subscription, as far as its Dynamics sync goes. It begins as the guide finds it: sync on, user, password and URL
/// known, client id and secret not yet entered. Everything lives in memory and goes with the process.
/// </summary>
internal sealed class MarketoAccount(ContosoSecrets secrets) : IPartOfWorld
{
    private readonly Lock _gate = new();
    private SavedCredentials _credentials = Known(secrets);
    private bool _enabled = true;
    private CycleOutcome? _lastCycle;
    private SavedCredentials? _proposed;
    private bool _proposedIsGood;

    public SavedCredentials Credentials
    {
        get { lock (_gate) return _credentials; }
    }

    public AccountView View
    {
        get
        {
            lock (_gate)
            {
                return new AccountView(_enabled, _lastCycle, _credentials.Username, _credentials.Password != "", _credentials.Url,
                    _credentials.ClientId, _credentials.ClientSecret != "",
                    _credentials.Method, _credentials.TenantId);
            }
        }
    }

    /// <returns>False while the sync is enabled: Marketo lets nobody edit credentials that are in use.</returns>
    public bool TrySave(CredentialsForm form)
    {
        lock (_gate)
        {
            if (_enabled) return false;
            _credentials = form.Over(_credentials);
            return true;
        }
    }

    /// <summary>"Reconfigure New Auth Method": nothing is in use before Switch.</summary>
    /// <returns>Null while the sync is enabled.</returns>
    public SavedCredentials? Propose(CredentialsForm form)
    {
        lock (_gate)
        {
            if (_enabled) return null;
            (_proposed, _proposedIsGood) = (form.Over(_credentials), false);
            return _proposed;
        }
    }

    public void Judge(SavedCredentials proposed, bool good)
    {
        lock (_gate) _proposedIsGood = good && ReferenceEquals(proposed, _proposed);
    }

    /// <returns>False: the sync is enabled, or what was entered was not validated green.</returns>
    public bool TrySwitch()
    {
        lock (_gate)
        {
            if (_enabled || _proposed is null || !_proposedIsGood) return false;
            (_credentials, _proposed, _proposedIsGood) = (_proposed, null, false);
            return true;
        }
    }

    public void Disable()
    {
        lock (_gate) _enabled = false;
    }

    public void Enable(CycleOutcome firstCycle)
    {
        lock (_gate) (_enabled, _lastCycle) = (true, firstCycle);
    }

    public void Reset()
    {
        lock (_gate) (_enabled, _lastCycle, _credentials, _proposed, _proposedIsGood) = (true, null, Known(secrets), null, false);
    }

    private static SavedCredentials Known(ContosoSecrets secrets) => new()
    {
        Username = Contoso.SyncUser.UserPrincipalName,
        Password = secrets.SyncPassword,
        Url = $"https://{Contoso.OrganizationHost}/XRMServices/2011/Organization.svc",
    };
}

internal enum CycleOutcome { Succeeded, Failed }

/// <summary>What the page shows. Password and secret are told apart from "not set", and that is all that is told of them.</summary>
internal sealed record AccountView(bool SyncEnabled, CycleOutcome? LastCycle, string Username, bool HasPassword, string Url, string ClientId, bool HasClientSecret,
    SignInMethod Method, string TenantId);
