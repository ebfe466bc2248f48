using MarketoSetupBot.Backend.Checks;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Terminal;

internal enum ProbeOutcome
{
    /// <summary>Entra gave a token for Dynamics. It was thrown away.</summary>
    SignedIn,
    Refused,
    /// <summary>The password was not tried, or nobody knows what came of it.</summary>
    NotMade,
}

/// <summary>What became of the one attempt to sign in as Marketo does.</summary>
/// <param name="User">As whom.</param>
/// <param name="Code">Why Entra refused.</param>
/// <param name="Says">The finding, in the words of the bot.</param>
internal sealed record ProbeResult(ProbeOutcome Outcome, string User, Phrase Says, AadstsCode? Code = null)
{
    /// <summary>Whether the probe's own secret is gone from Entra. False: the backend's sweep removes it.</summary>
    public bool SecretRemoved { get; init; } = true;

    public DateTimeOffset At { get; init; }

    /// <summary>Opens the page where a refusal is put right.</summary>
    public Uri? Portal { get; init; }
}
