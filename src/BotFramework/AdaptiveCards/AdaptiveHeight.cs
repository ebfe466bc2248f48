// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>How high an element is.</summary>
[JsonConverter(typeof(CardEnumConverter))]
public enum AdaptiveHeightType
{
    /// <summary>As high as what is in it.</summary>
    Auto,

    /// <summary>As high as there is room.</summary>
    Stretch,

    /// <summary>A number of pixels; pictures only.</summary>
    Pixel,
}

/// <summary>The height of an element: "auto", "stretch", or pixels such as "24px".</summary>
[JsonConverter(typeof(HeightConverter))]
public class AdaptiveHeight : IEquatable<AdaptiveHeight>
{
    public AdaptiveHeight()
    {
    }

    public AdaptiveHeight(AdaptiveHeightType heightType) => HeightType = heightType;

    public AdaptiveHeight(uint px)
    {
        HeightType = AdaptiveHeightType.Pixel;
        Unit = px;
    }

    /// <param name="value">Null and the empty text are "auto"; a number without a unit is one of pixels.</param>
    /// <exception cref="FormatException">The text is no height.</exception>
    public AdaptiveHeight(string value)
    {
        if (string.IsNullOrEmpty(value)) return;
        if (Pixels.TryRead(value, out var pixels))
        {
            HeightType = AdaptiveHeightType.Pixel;
            Unit = pixels;
        }
        else
        {
            HeightType = value.ToUpperInvariant() switch
            {
                "AUTO" => AdaptiveHeightType.Auto,
                "STRETCH" => AdaptiveHeightType.Stretch,
                _ => throw new FormatException($"'{value}' is no height."),
            };
        }
    }

    public static AdaptiveHeight Auto => new(AdaptiveHeightType.Auto);

    public static AdaptiveHeight Stretch => new(AdaptiveHeightType.Stretch);

    public AdaptiveHeightType HeightType { get; set; }

    /// <summary>Gets or sets the number of pixels; null for the other types.</summary>
    public uint? Unit { get; set; }

    public static implicit operator AdaptiveHeight(uint value) => new(value);

    public static implicit operator AdaptiveHeight(AdaptiveHeightType value) => new(value);

    public static implicit operator AdaptiveHeight(string value) => new(value);

    public static bool operator ==(AdaptiveHeight ah1, AdaptiveHeight ah2) => ah1 is null ? ah2 is null : ah1.Equals(ah2);

    public static bool operator !=(AdaptiveHeight ah1, AdaptiveHeight ah2) => !(ah1 == ah2);

    public static AdaptiveHeight Parse(string value) => new(value);

    public bool IsPixel() => HeightType == AdaptiveHeightType.Pixel;

    /// <summary>Whether it says anything: "auto" and no pixels do not.</summary>
    public bool ShouldSerializeAdaptiveHeight() => HeightType == AdaptiveHeightType.Stretch || (IsPixel() && Unit > 0);

    public bool Equals(AdaptiveHeight other) => other is not null && HeightType == other.HeightType && (!IsPixel() || Unit == other.Unit);

    public override bool Equals(object obj) => Equals(obj as AdaptiveHeight);

    public override int GetHashCode() => HashCode.Combine(HeightType, IsPixel() ? Unit : null);

    public override string ToString() => HeightType switch
    {
        AdaptiveHeightType.Auto => "auto",
        AdaptiveHeightType.Stretch => "stretch",
        _ => Pixels.Write(Unit ?? 0) ?? "0px",
    };
}
