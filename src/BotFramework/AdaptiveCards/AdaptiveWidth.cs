// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>How wide a column is.</summary>
[JsonConverter(typeof(CardEnumConverter))]
public enum AdaptiveWidthType
{
    /// <summary>As wide as what is in it.</summary>
    Auto,

    /// <summary>As wide as there is room.</summary>
    Stretch,

    /// <summary>A number of pixels.</summary>
    Pixel,
}

/// <summary>The width of a column: "auto", "stretch", a weight such as "2", or pixels such as "24px".</summary>
[JsonConverter(typeof(TextValueConverter))]
public class AdaptiveWidth : IEquatable<AdaptiveWidth>
{
    /// <summary>A weight is kept as it was written, and no type says so.</summary>
    private readonly string weight;

    public AdaptiveWidth()
    {
    }

    public AdaptiveWidth(AdaptiveWidthType widthType) => WidthType = widthType;

    public AdaptiveWidth(uint px)
    {
        WidthType = AdaptiveWidthType.Pixel;
        Unit = px;
    }

    /// <param name="value">Null and the empty text are "auto".</param>
    /// <exception cref="FormatException">The text is no width.</exception>
    public AdaptiveWidth(string value)
    {
        if (string.IsNullOrEmpty(value)) return;
        if (Pixels.IsNumber(value))
        {
            weight = value;
        }
        else if (Pixels.TryRead(value, out var pixels))
        {
            WidthType = AdaptiveWidthType.Pixel;
            Unit = pixels;
        }
        else
        {
            WidthType = value.ToUpperInvariant() switch
            {
                "AUTO" => AdaptiveWidthType.Auto,
                "STRETCH" => AdaptiveWidthType.Stretch,
                _ => throw new FormatException($"'{value}' is no width."),
            };
        }
    }

    public static AdaptiveWidth Auto => new(AdaptiveWidthType.Auto);

    public static AdaptiveWidth Stretch => new(AdaptiveWidthType.Stretch);

    public AdaptiveWidthType WidthType { get; set; }

    /// <summary>Gets or sets the number of pixels; null for the other types.</summary>
    public uint? Unit { get; set; }

    public static implicit operator AdaptiveWidth(uint value) => new(value);

    public static implicit operator AdaptiveWidth(AdaptiveWidthType value) => new(value);

    public static implicit operator AdaptiveWidth(string value) => new(value);

    public static bool operator ==(AdaptiveWidth ah1, AdaptiveWidth ah2) => ah1 is null ? ah2 is null : ah1.Equals(ah2);

    public static bool operator !=(AdaptiveWidth ah1, AdaptiveWidth ah2) => !(ah1 == ah2);

    public static AdaptiveWidth Parse(string value) => new(value);

    public bool IsPixel() => WidthType == AdaptiveWidthType.Pixel;

    /// <summary>Whether it says anything: "auto" and no pixels do not.</summary>
    public bool ShouldSerializeAdaptiveWidth() => weight is not null || WidthType == AdaptiveWidthType.Stretch || (IsPixel() && Unit > 0);

    public bool Equals(AdaptiveWidth other) => other is not null && ToString() == other.ToString();

    public override bool Equals(object obj) => Equals(obj as AdaptiveWidth);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => WidthType switch
    {
        AdaptiveWidthType.Auto => weight ?? "auto",
        AdaptiveWidthType.Stretch => "stretch",
        _ => Pixels.Write(Unit ?? 0) ?? "0px",
    };
}
