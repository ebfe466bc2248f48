using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>A check's result in the words of the check: <c>this.Passed(...)</c>.</summary>
internal static class CheckViews
{
    public static CheckView Passed(this ICheck check, Phrase finding, Uri? portal = null) => new(check.Id, CheckState.Passed, finding, portal);

    public static CheckView Warning(this ICheck check, Phrase finding, Uri? portal = null) => new(check.Id, CheckState.Warning, finding, portal);

    public static CheckView Failed(this ICheck check, Phrase finding, Uri? portal = null) => new(check.Id, CheckState.Failed, finding, portal);

    public static CheckView NotChecked(this ICheck check, Phrase why, Uri? portal = null) => new(check.Id, CheckState.NotChecked, why, portal);

    /// <summary>Moot, because another check failed or knows nothing.</summary>
    public static CheckView NotCheckedFor(this ICheck check, string otherId) =>
        check.NotChecked(new Phrase(PhraseCodes.NotCheckedBecause, ("check", otherId)));
}
