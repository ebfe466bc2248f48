namespace MarketoSetupBot.Settings;

/// <summary>Reads settings and says in one sentence what is wrong with the first that is.</summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    public string Required(string key) =>
        configuration[key] is { } value && !string.IsNullOrWhiteSpace(value)
            ? value.Trim()
            : throw new SettingsException($"The setting {key} is missing.");

    public string Optional(string key, string otherwise) =>
        configuration[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : otherwise;

    /// <summary>Null: not set, or blank.</summary>
    public string? Maybe(string key) => configuration[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    public string ExistingFile(string key)
    {
        var path = Required(key);
        return File.Exists(path) ? path : throw new SettingsException($"The setting {key} names the file \"{path}\", which does not exist or cannot be read.");
    }

    public string Guid(string key)
    {
        var value = Required(key);
        return System.Guid.TryParseExact(value, "D", out var guid)
            ? guid.ToString("D")
            : throw new SettingsException($"The setting {key} must be a GUID such as 7d1c9a52-4b0e-4f57-9a63-2c8e5b1f0a11, but it is \"{value}\".");
    }

    public Uri Http(string key)
    {
        var value = Required(key);
        return Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new SettingsException($"The setting {key} must be an http or https URL, but it is \"{value}\".");
    }

    /// <summary>An address to listen on, such as <c>http://127.0.0.1:3979</c> or <c>http://*:8080</c>.</summary>
    public string Listener(string key)
    {
        var value = Required(key);
        try
        {
            _ = BindingAddress.Parse(value);
            return value;
        }
        catch (FormatException)
        {
            throw new SettingsException($"The setting {key} must be one address to listen on such as http://127.0.0.1:3978, but it is \"{value}\".");
        }
    }

    public T OneOf<T>(string key) where T : struct, Enum
    {
        var value = Required(key);
        return Enum.TryParse<T>(value, ignoreCase: true, out var known) && Enum.IsDefined(known)
            ? known
            : throw new SettingsException($"The setting {key} must be one of {string.Join(", ", Enum.GetNames<T>())}, but it is \"{value}\".");
    }
}
