using System.Globalization;

namespace MarketoSetupBot.Backend.Terminal;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Organisation">As typed.</param>
/// <param name="PasswordFromInput">The password is the first line of standard input; otherwise it is asked for at the terminal.</param>
/// <param name="Settings">Settings of the backend that stood among it, such as <c>--Database:Provider=PostgreSql</c>.</param>
internal sealed record ValidateOptions(
    string Organisation, bool Json, bool Probe, bool PasswordFromInput, CultureInfo Culture, IReadOnlyList<string> Settings)
{
    /// <returns>Null: not understood. Nothing of it is repeated to anybody, for it may hold what somebody took for the place of a password.</returns>
    public static ValidateOptions? Read(IReadOnlyList<string> args)
    {
        string? organisation = null, language = null;
        var (json, probe, fromInput) = (false, false, false);
        List<string> settings = [];
        for (var i = 0; i < args.Count; i++)
        {
            var (name, value) = Split(args[i]);
            // A value may follow after a space; a switch has none.
            string? Following() => value ?? (i + 1 < args.Count ? args[++i] : null);
            switch (name)
            {
                case "--org": organisation = Following(); break;
                case "--lang": language = Following() ?? "?"; break;
                case "--json" when value is null: json = true; break;
                case "--probe" when value is null: probe = true; break;
                case "--password-stdin" when value is null: fromInput = true; break;
                case ['-', '-', .. var key] when IsSetting(key, value) && Following() is { } given: settings.Add($"{name}={given}"); break;
                default: return null;
            }
        }
        var understood = organisation is { Length: > 0 } && (probe || !fromInput);
        return understood && CultureOf(language) is { } culture ? new(organisation!, json, probe, fromInput, culture, settings) : null;
    }

    /// <summary>The language before anything was understood: of the words about the rest of the line.</summary>
    public static CultureInfo CultureOf(IReadOnlyList<string> args)
    {
        var at = args.ToList().FindIndex(a => a == "--lang" || a.StartsWith("--lang=", StringComparison.Ordinal));
        var asked = at < 0 ? null : Split(args[at]).Value ?? args.ElementAtOrDefault(at + 1);
        return CultureOf(asked) ?? CultureInfo.InvariantCulture;
    }

    /// <summary>Ours are words; the settings of a backend have a colon, but for a few of ASP.NET's own. A password never is one.</summary>
    private static bool IsSetting(string key, string? value)
        => !key.StartsWith("password", StringComparison.OrdinalIgnoreCase) && (key.Contains(':', StringComparison.Ordinal) || value is not null);

    /// <summary>Without a choice, the language of the terminal (<c>LANG</c>).</summary>
    private static CultureInfo? CultureOf(string? language) => language switch
    {
        null => CultureInfo.CurrentUICulture,
        _ when language.StartsWith("en", StringComparison.OrdinalIgnoreCase) => CultureInfo.GetCultureInfo("en"),
        _ when language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) => CultureInfo.GetCultureInfo("zh-Hans"),
        _ => null,
    };

    private static (string Name, string? Value) Split(string argument)
        => argument.Split('=', 2) is [var name, var value] ? (name, value) : (argument, null);
}
