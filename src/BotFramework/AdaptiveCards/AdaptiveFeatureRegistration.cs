// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

namespace AdaptiveCards;

/// <summary>What a client knows, and in which versions. The card format itself is called <c>adaptiveCards</c>.</summary>
public class AdaptiveFeatureRegistration
{
    private readonly Dictionary<string, AdaptiveSchemaVersion> features = new(StringComparer.OrdinalIgnoreCase) { ["adaptiveCards"] = AdaptiveCard.KnownSchemaVersion };

    /// <returns>The version; null for a feature that the client does not know.</returns>
    public AdaptiveSchemaVersion Get(string featureName) => features.GetValueOrDefault(featureName);

    public void Set(string featureName, AdaptiveSchemaVersion featureVersion) => features[featureName] = featureVersion;

    public void Remove(string featureName) => features.Remove(featureName);
}
