using System.Globalization;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>A check's result in the words of the check: <c>this.Failed(...).Saw(...).For(...)</c>.</summary>
internal static class CheckViews
{
    public static CheckView Passed(this ICheck check, Phrase finding, Uri? portal = null) => new(check.Id, CheckState.Passed, finding, portal);

    public static CheckView Warning(this ICheck check, Phrase finding, Uri? portal = null) => new(check.Id, CheckState.Warning, finding, portal);

    public static CheckView Failed(this ICheck check, Phrase finding, Uri? portal = null) => new(check.Id, CheckState.Failed, finding, portal);

    public static CheckView NotChecked(this ICheck check, Phrase why, Uri? portal = null) => new(check.Id, CheckState.NotChecked, why, portal);

    /// <summary>Moot, because another check failed or knows nothing.</summary>
    public static CheckView NotCheckedFor(this ICheck check, string otherId) =>
        check.NotChecked(new Phrase(PhraseCodes.NotCheckedBecause, ("check", otherId)));

    /// <summary>Adds a property as it was read. The time is set when the check ends.</summary>
    /// <param name="source">One of <see cref="Sources"/>.</param>
    public static CheckView Saw(this CheckView view, string source, string property, object? value)
    {
        var says = value is null
            ? new Phrase(PhraseCodes.EvidenceAbsent, ("name", property))
            : new Phrase(PhraseCodes.EvidenceValue, ("name", property), ("value", Written(value)));
        return view with { Evidence = [.. view.Evidence, new EvidenceView(says, source, default)] };
    }

    /// <summary>Who can do the remedy, unless there is nothing to do.</summary>
    public static CheckView For(this CheckView view, params IReadOnlyList<string> roles) =>
        view.State is CheckState.Passed ? view : view with { Roles = roles };

    /// <param name="repair">One of <see cref="Repairs"/>.</param>
    public static CheckView RepairedBy(this CheckView view, string repair) => view with { Repair = repair };

    public static CheckView Telling(this CheckView view, params IEnumerable<Phrase> details) => view with { Details = [.. view.Details, .. details] };

    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Written(object value) => value switch
    {
        true => "true",
        false => "false",
        DateTimeOffset at => Instant(at),
        IFormattable one => one.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
