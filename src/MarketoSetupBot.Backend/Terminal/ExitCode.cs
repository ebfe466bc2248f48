namespace MarketoSetupBot.Backend.Terminal;

/// <summary>What <c>validate</c> tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>Nothing is broken. There may be warnings, and checks that could not be made for want of a permission or a licence: an organisation may withhold those for good.</summary>
    public const int Good = 0;

    /// <summary>A check failed, or Entra refused the probe.</summary>
    public const int Broken = 1;

    /// <summary>Nobody can say: not understood, nothing to look at, Microsoft did not answer some check, no check passed, or the probe could not be made.</summary>
    public const int Unknown = 2;
}
