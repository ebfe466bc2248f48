// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A picture. Give it an <see cref="AltText"/>.</summary>
public class AdaptiveImage : AdaptiveElement
{
    public const string TypeName = "Image";

    public AdaptiveImage()
    {
    }

    public AdaptiveImage(string url) => UrlString = url;

    public AdaptiveImage(Uri url) => Url = url;

    public override string Type { get; set; } = TypeName;

    [JsonIgnore]
    public Uri Url
    {
        get => Uri.TryCreate(UrlString, UriKind.RelativeOrAbsolute, out var url) ? url : null;
        set => UrlString = value?.OriginalString;
    }

    [JsonProperty("url")]
    public string UrlString { get; set; }

    public string AltText { get; set; }

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveImageSize Size { get; set; }

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveImageStyle Style { get; set; }

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    public string BackgroundColor { get; set; }

    /// <summary>Gets or sets the width, such as "32px".</summary>
    [JsonConverter(typeof(PixelsConverter))]
    public string Width { get; set; }

    /// <summary>Gets or sets <see cref="Width"/> in pixels; 0 where it is no number of pixels.</summary>
    [JsonIgnore]
    public uint PixelWidth
    {
        get => Pixels.Read(Width);
        set => Width = Pixels.Write(value);
    }

    /// <summary>Gets or sets <see cref="AdaptiveElement.Height"/> in pixels; 0 where it is no number of pixels.</summary>
    [JsonIgnore]
    public uint PixelHeight
    {
        get => Height?.Unit ?? 0;
        set => Height = new AdaptiveHeight(value);
    }

    public AdaptiveAction SelectAction { get; set; }
}
