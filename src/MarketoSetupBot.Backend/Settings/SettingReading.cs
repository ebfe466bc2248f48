using System.Globalization;

namespace MarketoSetupBot.Backend.Settings;

/// <summary>Reads single settings and refuses with one sentence. Values are never quoted: the wrong one may be a secret.</summary>
internal static class SettingReading
{
    public static string Required(this IConfiguration configuration, string key)
        => configuration[key] is { Length: > 0 } value ? value : throw new SettingsException($"The setting {key} is missing.");

    public static string RequiredGuid(this IConfiguration configuration, string key)
        => Guid.TryParseExact(configuration.Required(key), "D", out var id)
            ? id.ToString("D")
            : throw new SettingsException($"The setting {key} must be a GUID such as 00000000-0000-0000-0000-000000000000.");

    public static string? OptionalGuid(this IConfiguration configuration, string key)
        => string.IsNullOrEmpty(configuration[key]) ? null : configuration.RequiredGuid(key);

    public static Uri RequiredUrl(this IConfiguration configuration, string key)
        => Uri.TryCreate(configuration.Required(key), UriKind.Absolute, out var url) && url.Scheme is "https" or "http"
            ? url
            : throw new SettingsException($"The setting {key} must be an absolute http or https URL.");

    public static string ExistingFile(this IConfiguration configuration, string key)
        => configuration.Required(key) is var path && File.Exists(path)
            ? path
            : throw new SettingsException($"The setting {key} names a file that does not exist or cannot be read.");

    public static bool Flag(this IConfiguration configuration, string key)
        => configuration[key] switch
        {
            null or "" => false,
            var text when bool.TryParse(text, out var flag) => flag,
            _ => throw new SettingsException($"The setting {key} must be true or false."),
        };

    public static int Whole(this IConfiguration configuration, string key, int otherwise, int minimum, int maximum)
        => configuration[key] switch
        {
            null or "" => otherwise,
            var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= minimum && number <= maximum => number,
            _ => throw new SettingsException($"The setting {key} must be a whole number from {minimum} to {maximum}."),
        };

    public static TimeSpan Duration(this IConfiguration configuration, string key, TimeSpan otherwise)
        => configuration[key] switch
        {
            null or "" => otherwise,
            var text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time > TimeSpan.Zero => time,
            _ => throw new SettingsException($"The setting {key} must be a time span such as 3.00:00:00 for three days."),
        };
}
