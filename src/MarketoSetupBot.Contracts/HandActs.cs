namespace MarketoSetupBot.Contracts;

/// <summary>
/// Something that an administrator does by hand because the backend cannot: it lacks a permission, or there is no way but a portal. The step
/// goes on when the backend sees the result, or, where nobody can read it, when somebody confirms it by name.
/// </summary>
public sealed record HandActView
{
    /// <summary>One of <see cref="HandActs"/>: has resources <c>HandAct_{Code}_Title</c>, <c>_Why</c> and <c>_Steps</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Values for the placeholders of the resources.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>What has to be copied exactly, by the name of its label: <c>HandAct_Label_{name}</c>.</summary>
    public IReadOnlyDictionary<string, string> Copy { get; init; } = new Dictionary<string, string>();

    /// <summary>Opens the right page of the right portal for this tenant.</summary>
    public Uri? Portal { get; init; }

    /// <summary>The Graph permission whose lack makes this necessary; null where no permission would help.</summary>
    public string? Permission { get; init; }

    /// <summary>Template ids of the Entra roles that can do it.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Name of what has to be typed with "I have done it": <c>HandAct_Answer_{name}</c>; null for nothing.</summary>
    public string? Asks { get; init; }
}

/// <summary>Codes of the acts by hand.</summary>
public static class HandActs
{
    public const string RegisterApplication = "register-application";
    public const string CorrectApplication = "correct-application";
    public const string CreateServicePrincipal = "create-service-principal";
    public const string DeclarePermission = "declare-permission";
    public const string GrantConsent = "grant-consent";
    public const string GrantConsentForUser = "grant-consent-for-user";
    public const string AllowCloudPasswords = "allow-cloud-passwords";
    public const string AddOwner = "add-owner";
    public const string ApplicationUser = "application-user";
    /// <summary>The client secret itself, whose value the portal shows to whoever makes it.</summary>
    public const string MakeSecret = "make-secret";
}

/// <summary>POST <see cref="HandActRoutes.Done"/>: "I have done it". Nothing is believed: the backend looks at once.</summary>
/// <param name="Step">The step the card was about; another one is answered 409 <c>stale</c>.</param>
/// <param name="Answer">What <see cref="HandActView.Asks"/> asked for, as typed.</param>
public sealed record HandActDoneRequest(StepKey Step, string? Answer = null);

public static class HandActRoutes
{
    /// <summary>Person's token; answers with the <see cref="RunView"/>.</summary>
    public const string Done = "/runs/{id}/hand-act/done";
}

/// <summary>What an act by hand may ask to be typed.</summary>
public static class HandAnswers
{
    /// <summary>Application (client) ID of what was registered by hand.</summary>
    public const string ClientId = "client-id";
    /// <summary>E-mail address of the application user in Dynamics.</summary>
    public const string Email = "email";
}
