// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A card with what was bought.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class ReceiptCard
{
    public ReceiptCard()
    {
    }

    public ReceiptCard(string title = default, IList<Fact> facts = default, IList<ReceiptItem> items = default, CardAction tap = default, string total = default, string tax = default, string vat = default, IList<CardAction> buttons = default)
    {
        Title = title;
        Facts = facts;
        Items = items;
        Tap = tap;
        Total = total;
        Tax = tax;
        Vat = vat;
        Buttons = buttons;
    }

    public const string ContentType = "application/vnd.microsoft.card.receipt";

    public string Title { get; set; }

    public IList<Fact> Facts { get; set; }

    public IList<ReceiptItem> Items { get; set; }

    public CardAction Tap { get; set; }

    public string Total { get; set; }

    public string Tax { get; set; }

    public string Vat { get; set; }

    public IList<CardAction> Buttons { get; set; }
}

/// <summary>One line of a receipt.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class ReceiptItem
{
    public ReceiptItem()
    {
    }

    public ReceiptItem(string title = default, string subtitle = default, string text = default, CardImage image = default, string price = default, string quantity = default, CardAction tap = default)
    {
        Title = title;
        Subtitle = subtitle;
        Text = text;
        Image = image;
        Price = price;
        Quantity = quantity;
        Tap = tap;
    }

    public string Title { get; set; }

    public string Subtitle { get; set; }

    public string Text { get; set; }

    public CardImage Image { get; set; }

    public string Price { get; set; }

    public string Quantity { get; set; }

    public CardAction Tap { get; set; }
}

/// <summary>A name and what it stands for.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class Fact
{
    public Fact()
    {
    }

    public Fact(string key = default, string value = default)
    {
        Key = key;
        Value = value;
    }

    public string Key { get; set; }

    public string Value { get; set; }
}
