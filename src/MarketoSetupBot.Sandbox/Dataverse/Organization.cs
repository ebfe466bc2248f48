using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Sandbox.Dataverse;

/// <summary>Contoso's Dynamics 365 organisation. Readers get one consistent picture; every change makes a new one.</summary>
public sealed class Organization : IPartOfWorld
{
    private readonly Lock _gate = new();
    private volatile OrganizationState _state = OrganizationState.Ready();

    public OrganizationState State => _state;

    public void Change(Func<OrganizationState, OrganizationState> change)
    {
        lock (_gate) _state = change(_state);
    }

    public void Reset() => Change(_ => OrganizationState.Ready());

    /// <summary>Whether a host is this organisation's: <c>contoso.crm.dynamics.com</c>, with or without <c>.api.</c></summary>
    public static bool AnswersTo(string host) =>
        host.Replace(".api.", ".", StringComparison.OrdinalIgnoreCase).Equals(Contoso.OrganizationHost, StringComparison.OrdinalIgnoreCase);
}
