namespace MarketoSetupBot.Contracts;

/// <summary>What can be done where the sync user's domain is federated, the best first.</summary>
public enum SignInChoice
{
    /// <summary>The application signs in for itself; there is no password.</summary>
    ServerToServer,
    /// <summary>Another sync user, on the tenant's initial domain.</summary>
    CloudOnlyUser,
    /// <summary>A home realm discovery policy and password hash sync.</summary>
    CloudPasswords,
    /// <summary>An app that somebody made by hand is taken over instead of making one.</summary>
    TakeOver,
}

/// <summary>POST <see cref="ChoiceRoutes.Choose"/>: the plan is made anew with that choice. Only before an approval.</summary>
/// <param name="ClientId">With <see cref="SignInChoice.TakeOver"/>: the app.</param>
public sealed record ChooseRequest(SignInChoice Choice, string? ClientId = null);

public static class ChoiceRoutes
{
    /// <summary>Person's token; answers with the <see cref="RunView"/>.</summary>
    public const string Choose = "/runs/{id}/choose";
}

/// <summary>An app that somebody made by hand: all that an approver should know of it.</summary>
public sealed record AppCandidateView
{
    public required string ClientId { get; init; }
    public required string Name { get; init; }
    public DateTimeOffset? CreatedAt { get; init; }
    /// <summary>Display name of the app that created it, where Entra knows; null for a person in the portal.</summary>
    public string? CreatedBy { get; init; }
    public IReadOnlyList<string> Owners { get; init; } = [];
    public IReadOnlyList<string> RedirectAddresses { get; init; } = [];
    /// <summary>Count of permissions it declares, and whether Dynamics' is among them.</summary>
    public int Permissions { get; init; }
    public bool AsksForDynamics { get; init; }
    /// <summary>Secrets, certificates and federated credentials, on the application and on its service principal; names and last days, no values.</summary>
    public IReadOnlyList<Phrase> Credentials { get; init; } = [];
    /// <summary>Null: it can be taken over. Otherwise why not.</summary>
    public Phrase? Refused { get; init; }
}
