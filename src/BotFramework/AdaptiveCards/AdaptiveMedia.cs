// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Sound or film. Teams plays it on the desktop only.</summary>
public class AdaptiveMedia : AdaptiveElement
{
    public const string TypeName = "Media";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveMediaSource> Sources { get; set; } = [];

    /// <summary>Gets or sets the address of the picture before it plays.</summary>
    public string Poster { get; set; }

    public string AltText { get; set; }
}

/// <summary>One form of what is played; the client takes the first it can play.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class AdaptiveMediaSource
{
    public AdaptiveMediaSource()
    {
    }

    public AdaptiveMediaSource(string mimeType, string url)
    {
        MimeType = mimeType;
        Url = url;
    }

    public string MimeType { get; set; }

    public string Url { get; set; }
}
