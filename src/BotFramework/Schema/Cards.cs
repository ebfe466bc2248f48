// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A card with a title, one large picture and buttons.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class HeroCard
{
    public HeroCard()
    {
    }

    public HeroCard(string title = default, string subtitle = default, string text = default, IList<CardImage> images = default, IList<CardAction> buttons = default, CardAction tap = default)
    {
        Title = title;
        Subtitle = subtitle;
        Text = text;
        Images = images;
        Buttons = buttons;
        Tap = tap;
    }

    public const string ContentType = "application/vnd.microsoft.card.hero";

    public string Title { get; set; }

    public string Subtitle { get; set; }

    public string Text { get; set; }

    public IList<CardImage> Images { get; set; }

    public IList<CardAction> Buttons { get; set; }

    public CardAction Tap { get; set; }
}

/// <summary>A card with a title, one small picture and buttons.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class ThumbnailCard
{
    public ThumbnailCard()
    {
    }

    public ThumbnailCard(string title = default, string subtitle = default, string text = default, IList<CardImage> images = default, IList<CardAction> buttons = default, CardAction tap = default)
    {
        Title = title;
        Subtitle = subtitle;
        Text = text;
        Images = images;
        Buttons = buttons;
        Tap = tap;
    }

    public const string ContentType = "application/vnd.microsoft.card.thumbnail";

    public string Title { get; set; }

    public string Subtitle { get; set; }

    public string Text { get; set; }

    public IList<CardImage> Images { get; set; }

    public IList<CardAction> Buttons { get; set; }

    public CardAction Tap { get; set; }
}

/// <summary>What hero and thumbnail cards have in common.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class BasicCard
{
    public BasicCard()
    {
    }

    public BasicCard(string title = default, string subtitle = default, string text = default, IList<CardImage> images = default, IList<CardAction> buttons = default, CardAction tap = default)
    {
        Title = title;
        Subtitle = subtitle;
        Text = text;
        Images = images;
        Buttons = buttons;
        Tap = tap;
    }

    public string Title { get; set; }

    public string Subtitle { get; set; }

    public string Text { get; set; }

    public IList<CardImage> Images { get; set; }

    public IList<CardAction> Buttons { get; set; }

    public CardAction Tap { get; set; }
}

/// <summary>A card that asks for a sign-in.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class SigninCard
{
    public SigninCard()
    {
    }

    public SigninCard(string text = default, IList<CardAction> buttons = default)
    {
        Text = text;
        Buttons = buttons;
    }

    public const string ContentType = "application/vnd.microsoft.card.signin";

    public string Text { get; set; }

    public IList<CardAction> Buttons { get; set; }

    /// <summary>A card with one button that opens a page to sign in.</summary>
    public static SigninCard Create(string text, string buttonLabel, string url) =>
        new(text, [new CardAction { Type = ActionTypes.Signin, Title = buttonLabel, Value = url }]);
}

/// <summary>A card that asks for a sign-in through an OAuth connection, silently where the client can.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class OAuthCard
{
    public OAuthCard()
    {
    }

    public OAuthCard(string text = default, string connectionName = default, IList<CardAction> buttons = default)
    {
        Text = text;
        ConnectionName = connectionName;
        Buttons = buttons;
    }

    public const string ContentType = "application/vnd.microsoft.card.oauth";

    public string Text { get; set; }

    public string ConnectionName { get; set; }

    public IList<CardAction> Buttons { get; set; }

    public TokenExchangeResource TokenExchangeResource { get; set; }

    public TokenPostResource TokenPostResource { get; set; }
}

/// <summary>A picture on a card.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class CardImage
{
    public CardImage()
    {
    }

    public CardImage(string url = default, string alt = default, CardAction tap = default)
    {
        Url = url;
        Alt = alt;
        Tap = tap;
    }

    public string Url { get; set; }

    public string Alt { get; set; }

    public CardAction Tap { get; set; }
}

/// <summary>A button.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class CardAction
{
    public CardAction()
    {
    }

    public CardAction(string type = default, string title = default, string image = default, string text = default, string displayText = default, object value = default, object channelData = default)
    {
        Type = type;
        Title = title;
        Image = image;
        Text = text;
        DisplayText = displayText;
        Value = value;
        ChannelData = channelData;
    }

    public string Type { get; set; }

    public string Title { get; set; }

    public string Image { get; set; }

    public string Text { get; set; }

    public string DisplayText { get; set; }

    public object Value { get; set; }

    public object ChannelData { get; set; }

    public string ImageAltText { get; set; }

    /// <summary>A button that says what it is called; the channel has its own default for the type.</summary>
    public static implicit operator CardAction(string input) => FromString(input);

    public static CardAction FromString(string input) => new(title: input, value: input);
}

/// <summary>Buttons under the compose box that vanish when one is pressed.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class SuggestedActions
{
    public SuggestedActions()
    {
    }

    public SuggestedActions(IList<string> to = default, IList<CardAction> actions = default)
    {
        To = to;
        Actions = actions;
    }

    public SuggestedActions(IEnumerable<string> to, IEnumerable<CardAction> actions)
        : this([.. to], (IList<CardAction>)[.. actions])
    {
    }

    public IList<string> To { get; set; }

    public IList<CardAction> Actions { get; set; }
}

/// <summary>Wraps cards as attachments.</summary>
public static class Extensions
{
    public static Attachment ToAttachment(this HeroCard card) => new(HeroCard.ContentType) { Content = card };

    public static Attachment ToAttachment(this ThumbnailCard card) => new(ThumbnailCard.ContentType) { Content = card };

    public static Attachment ToAttachment(this SigninCard card) => new(SigninCard.ContentType) { Content = card };

    public static Attachment ToAttachment(this ReceiptCard card) => new(ReceiptCard.ContentType) { Content = card };

    public static Attachment ToAttachment(this AnimationCard card) => new(AnimationCard.ContentType) { Content = card };

    public static Attachment ToAttachment(this AudioCard card) => new(AudioCard.ContentType) { Content = card };

    public static Attachment ToAttachment(this VideoCard card) => new(VideoCard.ContentType) { Content = card };

    public static Attachment ToAttachment(this OAuthCard card) => new(OAuthCard.ContentType) { Content = card };
}
