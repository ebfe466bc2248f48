// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Collections;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>An element that holds others.</summary>
public abstract class AdaptiveCollectionElement : AdaptiveElement, IEnumerable<AdaptiveElement>
{
    public AdaptiveContainerStyle? Style { get; set; }

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    /// <summary>Gets or sets what happens when the element itself is pressed.</summary>
    public AdaptiveAction SelectAction { get; set; }

    /// <summary>Gets or sets a value indicating whether the background reaches to the edge of the card.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public bool Bleed { get; set; }

    /// <summary>Gets or sets the least height, such as "80px".</summary>
    public string MinHeight { get; set; }

    /// <summary>Gets or sets <see cref="MinHeight"/> in pixels; 0 where it is no number of pixels.</summary>
    [JsonIgnore]
    public uint PixelMinHeight
    {
        get => Pixels.Read(MinHeight);
        set => MinHeight = Pixels.Write(value);
    }

    public abstract IEnumerator<AdaptiveElement> GetEnumerator();

    public abstract void Add(AdaptiveElement element);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Elements below one another, with a background of their own.</summary>
public class AdaptiveContainer : AdaptiveCollectionElement
{
    public const string TypeName = "Container";

    public override string Type { get; set; } = TypeName;

    public AdaptiveBackgroundImage BackgroundImage { get; set; }

    /// <summary>Gets or sets whether what is inside is read from right to left; null leaves it to what is around.</summary>
    public bool? Rtl { get; set; }

    public List<AdaptiveElement> Items { get; set; } = [];

    public override IEnumerator<AdaptiveElement> GetEnumerator() => Items.GetEnumerator();

    public override void Add(AdaptiveElement element) => Items.Add(element);
}

/// <summary>Columns beside one another.</summary>
public class AdaptiveColumnSet : AdaptiveCollectionElement
{
    public const string TypeName = "ColumnSet";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveColumn> Columns { get; set; } = [];

    public override IEnumerator<AdaptiveElement> GetEnumerator() => Columns.GetEnumerator();

    public override void Add(AdaptiveElement element) => Columns.Add((AdaptiveColumn)element);
}

/// <summary>One column of a set.</summary>
public class AdaptiveColumn : AdaptiveContainer
{
    public new const string TypeName = "Column";

    public override string Type { get; set; } = TypeName;

    /// <summary>Gets or sets "auto", "stretch", a weight such as "2", or pixels such as "24px".</summary>
    public AdaptiveWidth Width { get; set; }
}
