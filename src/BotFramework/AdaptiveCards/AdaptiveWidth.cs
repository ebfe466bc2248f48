// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>The width of a column: "auto", "stretch", a weight, or pixels such as "24px".</summary>
[JsonConverter(typeof(TextValueConverter))]
public class AdaptiveWidth
{
    private readonly string text;

    public AdaptiveWidth(string width) => text = width;

    public static AdaptiveWidth Auto => new("auto");

    public static AdaptiveWidth Stretch => new("stretch");

    public static implicit operator AdaptiveWidth(string width) => width is null ? null : new(width);

    public static implicit operator AdaptiveWidth(long weight) => new(weight.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static implicit operator string(AdaptiveWidth width) => width?.text;

    public override string ToString() => text;
}
