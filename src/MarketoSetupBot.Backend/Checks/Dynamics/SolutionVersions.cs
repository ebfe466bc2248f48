namespace MarketoSetupBot.Backend.Checks.Dynamics;

/// <summary>Versions of "Marketo Lead Management" that Adobe has listed. Source: Marketo plug-in releases for Microsoft Dynamics; read in 2026.</summary>
internal static class SolutionVersions
{
    /// <summary>From this one on the role is needed on the sync user alone.</summary>
    public static Version RoleOnOneUser { get; } = new(4, 0, 0, 14);

    public static IReadOnlyList<Version> Known { get; } =
    [
        new(4, 0, 0, 14), new(4, 0, 0, 24), new(4, 2, 0, 0), new(5, 0, 1, 1), new(5, 0, 1, 8), new(5, 0, 2, 0), new(5, 0, 2, 1),
    ];

    public static Version Newest { get; } = Known.Max()!;
}
