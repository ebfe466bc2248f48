// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>The picture behind a card, a container or a column. One that is only an address is written as that.</summary>
[JsonConverter(typeof(BackgroundImageConverter))]
public class AdaptiveBackgroundImage
{
    public const string TypeName = "backgroundImage";

    public AdaptiveBackgroundImage()
    {
    }

    public AdaptiveBackgroundImage(string url) => UrlString = url;

    public AdaptiveBackgroundImage(Uri url) => Url = url;

    public AdaptiveBackgroundImage(string url, AdaptiveImageFillMode fillMode, AdaptiveHorizontalAlignment hAlignment, AdaptiveVerticalAlignment vAlignment)
        : this(url)
    {
        FillMode = fillMode;
        HorizontalAlignment = hAlignment;
        VerticalAlignment = vAlignment;
    }

    public AdaptiveBackgroundImage(Uri url, AdaptiveImageFillMode fillMode, AdaptiveHorizontalAlignment hAlignment, AdaptiveVerticalAlignment vAlignment)
        : this(url?.OriginalString, fillMode, hAlignment, vAlignment)
    {
    }

    public Uri Url
    {
        get => Uri.TryCreate(UrlString, UriKind.RelativeOrAbsolute, out var url) ? url : null;
        set => UrlString = value is { IsAbsoluteUri: true } ? value.AbsoluteUri : value?.OriginalString;
    }

    public string UrlString { get; set; }

    public AdaptiveImageFillMode FillMode { get; set; }

    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    public AdaptiveVerticalAlignment VerticalAlignment { get; set; }

    public static implicit operator AdaptiveBackgroundImage(Uri backgroundImageUrl) => backgroundImageUrl is null ? null : new(backgroundImageUrl);

    /// <returns>Whether there is nothing to say but the address.</returns>
    public bool HasDefaultValues() => (FillMode, HorizontalAlignment, VerticalAlignment) == default;
}
