namespace MarketoSetupBot.Sandbox.Marketo;

/// <summary>One line of "Validate Sync Setup". Marketo says whether, never why.</summary>
internal sealed record ValidationCheck(int Number, string Name, bool Passed)
{
    private static readonly string[] Names =
    [
        "URL is valid",
        "Username and password are valid",
        "Sync user is assigned to the Marketo Sync User role",
        "Marketo solution is properly installed",
        "All steps in the solution are enabled",
        "Sync user is assigned to the Marketo solution",
        "Sync user matches username and password",
    ];

    /// <param name="passed">In the order of the names; what is missing at the end could not be found out and is red.</param>
    public static IReadOnlyList<ValidationCheck> All(params ReadOnlySpan<bool> passed)
    {
        var checks = new ValidationCheck[Names.Length];
        for (var i = 0; i < checks.Length; i++) checks[i] = new(i + 1, Names[i], i < passed.Length && passed[i]);
        return checks;
    }
}

internal sealed record ValidationView(IReadOnlyList<ValidationCheck> Checks);
