namespace MarketoSetupBot.Contracts;

public enum CheckState { Passed, Warning, Failed, NotChecked }

/// <param name="Finding">What was read; its code also has <c>Meaning_{code}</c> and <c>Remedy_{code}</c> in the bot's resources unless it is <see cref="GoodNewsAttribute"/>.</param>
/// <param name="Portal">Opens the right page of the right portal for this tenant.</param>
public sealed record CheckView(string Id, CheckState State, Phrase Finding, Uri? Portal = null)
{
    /// <summary>What the finding rests on. Fit for everybody in the team: states and counts, no secrets.</summary>
    public IReadOnlyList<EvidenceView> Evidence { get; init; } = [];

    /// <summary>Template ids of the Entra roles any one of which can do the remedy. See <see cref="EntraRoles"/>.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>One of <see cref="Repairs"/> where the bot itself can put it right; null where a person must.</summary>
    public string? Repair { get; init; }

    /// <summary>
    /// Names of policies, rows of the sign-in log, details of users, key ids: only for holders of an approver's, Security Reader or Global Reader
    /// role, asked with their own token.
    /// </summary>
    public IReadOnlyList<Phrase> Details { get; init; } = [];

    /// <summary>There are <see cref="Details"/>, and whoever asked may not see them.</summary>
    public bool DetailsWithheld { get; init; }
}

/// <param name="Says">A property and its value, or how many there were.</param>
/// <param name="Source">Where it was read, such as <c>GET /v1.0/applications/{id}</c>.</param>
public sealed record EvidenceView(Phrase Says, string Source, DateTimeOffset At);
