namespace MarketoSetupBot.Backend.Targets;

/// <summary>A write was kept from leaving because of what it would have changed. It did not happen.</summary>
internal sealed class ForeignTargetException(string code) : Exception("A write to the tenant was kept in: " + code)
{
    /// <summary>One of the apps that this product itself runs as.</summary>
    public const string OwnApplication = "own-application";

    /// <summary>Nothing that this product made or took over.</summary>
    public const string NotOurs = "not-ours";

    /// <summary>Not a write that this product makes.</summary>
    public const string UnknownWrite = "unknown-write";

    public string Code { get; } = code;
}
