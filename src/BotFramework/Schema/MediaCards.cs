// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A card that plays something.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class MediaCard
{
    public MediaCard()
    {
    }

    public MediaCard(string title = default, string subtitle = default, string text = default, ThumbnailUrl image = default, IList<MediaUrl> media = default, IList<CardAction> buttons = default, bool? shareable = default, bool? autoloop = default, bool? autostart = default, string aspect = default, object value = default, string duration = default)
    {
        Title = title;
        Subtitle = subtitle;
        Text = text;
        Image = image;
        Media = media;
        Buttons = buttons;
        Shareable = shareable;
        Autoloop = autoloop;
        Autostart = autostart;
        Aspect = aspect;
        Value = value;
        Duration = duration;
    }

    public string Title { get; set; }

    public string Subtitle { get; set; }

    public string Text { get; set; }

    public ThumbnailUrl Image { get; set; }

    public IList<MediaUrl> Media { get; set; }

    public IList<CardAction> Buttons { get; set; }

    public bool? Shareable { get; set; }

    public bool? Autoloop { get; set; }

    public bool? Autostart { get; set; }

    /// <summary>Gets or sets the proportions, "16:9" or "4:3".</summary>
    public string Aspect { get; set; }

    public object Value { get; set; }

    /// <summary>Gets or sets how long it plays, as ISO 8601 has it.</summary>
    public string Duration { get; set; }
}

/// <summary>A card that plays a short film in a loop.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class AnimationCard
{
    public AnimationCard()
    {
    }

    public AnimationCard(string title = default, string subtitle = default, string text = default, ThumbnailUrl image = default, IList<MediaUrl> media = default, IList<CardAction> buttons = default, bool? shareable = default, bool? autoloop = default, bool? autostart = default, string aspect = default, object value = default, string duration = default)
    {
        Title = title;
        Subtitle = subtitle;
        Text = text;
        Image = image;
        Media = media;
        Buttons = buttons;
        Shareable = shareable;
        Autoloop = autoloop;
        Autostart = autostart;
        Aspect = aspect;
        Value = value;
        Duration = duration;
    }

    public const string ContentType = "application/vnd.microsoft.card.animation";

    public string Title { get; set; }

    public string Subtitle { get; set; }

    public string Text { get; set; }

    public ThumbnailUrl Image { get; set; }

    public IList<MediaUrl> Media { get; set; }

    public IList<CardAction> Buttons { get; set; }

    public bool? Shareable { get; set; }

    public bool? Autoloop { get; set; }

    public bool? Autostart { get; set; }

    /// <summary>Gets or sets the proportions, "16:9" or "4:3".</summary>
    public string Aspect { get; set; }

    public object Value { get; set; }

    /// <summary>Gets or sets how long it plays, as ISO 8601 has it.</summary>
    public string Duration { get; set; }
}

/// <summary>A card that plays a sound.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class AudioCard
{
    public AudioCard()
    {
    }

    public AudioCard(string title = default, string subtitle = default, string text = default, ThumbnailUrl image = default, IList<MediaUrl> media = default, IList<CardAction> buttons = default, bool? shareable = default, bool? autoloop = default, bool? autostart = default, string aspect = default, object value = default, string duration = default)
    {
        Title = title;
        Subtitle = subtitle;
        Text = text;
        Image = image;
        Media = media;
        Buttons = buttons;
        Shareable = shareable;
        Autoloop = autoloop;
        Autostart = autostart;
        Aspect = aspect;
        Value = value;
        Duration = duration;
    }

    public const string ContentType = "application/vnd.microsoft.card.audio";

    public string Title { get; set; }

    public string Subtitle { get; set; }

    public string Text { get; set; }

    public ThumbnailUrl Image { get; set; }

    public IList<MediaUrl> Media { get; set; }

    public IList<CardAction> Buttons { get; set; }

    public bool? Shareable { get; set; }

    public bool? Autoloop { get; set; }

    public bool? Autostart { get; set; }

    /// <summary>Gets or sets the proportions, "16:9" or "4:3".</summary>
    public string Aspect { get; set; }

    public object Value { get; set; }

    /// <summary>Gets or sets how long it plays, as ISO 8601 has it.</summary>
    public string Duration { get; set; }
}

/// <summary>A card that plays a film.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class VideoCard
{
    public VideoCard()
    {
    }

    public VideoCard(string title = default, string subtitle = default, string text = default, ThumbnailUrl image = default, IList<MediaUrl> media = default, IList<CardAction> buttons = default, bool? shareable = default, bool? autoloop = default, bool? autostart = default, string aspect = default, object value = default, string duration = default)
    {
        Title = title;
        Subtitle = subtitle;
        Text = text;
        Image = image;
        Media = media;
        Buttons = buttons;
        Shareable = shareable;
        Autoloop = autoloop;
        Autostart = autostart;
        Aspect = aspect;
        Value = value;
        Duration = duration;
    }

    public const string ContentType = "application/vnd.microsoft.card.video";

    public string Title { get; set; }

    public string Subtitle { get; set; }

    public string Text { get; set; }

    public ThumbnailUrl Image { get; set; }

    public IList<MediaUrl> Media { get; set; }

    public IList<CardAction> Buttons { get; set; }

    public bool? Shareable { get; set; }

    public bool? Autoloop { get; set; }

    public bool? Autostart { get; set; }

    /// <summary>Gets or sets the proportions, "16:9" or "4:3".</summary>
    public string Aspect { get; set; }

    public object Value { get; set; }

    /// <summary>Gets or sets how long it plays, as ISO 8601 has it.</summary>
    public string Duration { get; set; }
}

/// <summary>Where the sound or the film is.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class MediaUrl
{
    public MediaUrl()
    {
    }

    public MediaUrl(string url = default, string profile = default)
    {
        Url = url;
        Profile = profile;
    }

    public string Url { get; set; }

    /// <summary>Gets or sets a hint by which the client chooses among several.</summary>
    public string Profile { get; set; }
}

/// <summary>The picture before it plays.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class ThumbnailUrl
{
    public ThumbnailUrl()
    {
    }

    public ThumbnailUrl(string url = default, string alt = default)
    {
        Url = url;
        Alt = alt;
    }

    public string Url { get; set; }

    public string Alt { get; set; }
}

/// <summary>The value of the event that tells of playing.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class MediaEventValue
{
    public MediaEventValue()
    {
    }

    public MediaEventValue(object cardValue = default)
    {
        CardValue = cardValue;
    }

    /// <summary>Gets or sets the card's own value.</summary>
    public object CardValue { get; set; }
}
