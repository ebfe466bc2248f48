namespace MarketoSetupBot.Contracts;

/// <content>What became of a probe at the backend's terminal.</content>
public static partial class PhraseCodes
{
    /// <summary>{user}: the question.</summary>
    public const string ProbeAsksPassword = "probe-asks-password";
    public const string ProbeNoPassword = "probe-no-password";
    /// <summary>{user}</summary>
    public const string ProbeSignedIn = "probe-signed-in";
    public const string ProbeNeedsNoPassword = "probe-needs-no-password";
    public const string ProbeNothingThere = "probe-nothing-there";
    public const string ProbeHalted = "probe-halted";
    public const string ProbeNoAnswer = "probe-no-answer";
    public const string ProbeInterrupted = "probe-interrupted";
    public const string ProbeSecretUnknown = "probe-secret-unknown";
    /// <summary>{permission}</summary>
    public const string ProbePermissionMissing = "probe-permission-missing";
    /// <summary>{code}: Graph's.</summary>
    public const string ProbeSecretRefused = "probe-secret-refused";
}
