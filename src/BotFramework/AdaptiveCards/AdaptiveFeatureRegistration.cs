// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

namespace AdaptiveCards;

/// <summary>What a client knows, and in which versions. The card format itself is called <c>adaptiveCards</c>, and its version is given.</summary>
public class AdaptiveFeatureRegistration
{
    private const string Format = "adaptiveCards";

    private readonly Dictionary<string, string> features = new(StringComparer.OrdinalIgnoreCase) { [Format] = AdaptiveCard.KnownSchemaVersion.ToString() };

    /// <returns>The version; empty for a feature that the client does not know.</returns>
    public string Get(string feature) => features.GetValueOrDefault(feature, "");

    /// <exception cref="AdaptiveException">It is the card format.</exception>
    public void Set(string feature, string version) => features[Own(feature)] = version;

    /// <exception cref="AdaptiveException">It is the card format.</exception>
    public void Remove(string feature) => features.Remove(Own(feature));

    private static string Own(string feature) => Format.Equals(feature, StringComparison.OrdinalIgnoreCase)
        ? throw new AdaptiveException($"The version of {Format} is what this library writes.")
        : feature;
}
