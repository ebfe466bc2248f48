// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Collections;
using System.ComponentModel;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>What aligns the content of its cells.</summary>
public abstract class AdaptiveCollectionWithContentAlignment : AdaptiveElement, IEnumerable<AdaptiveElement>
{
    [JsonProperty("verticalCellContentAlignment", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    [JsonProperty("horizontalCellContentAlignment", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveHorizontalContentAlignment HorizontalContentAlignment { get; set; }

    public abstract IEnumerator<AdaptiveElement> GetEnumerator();

    public abstract void Add(AdaptiveElement element);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>A table (version 1.5).</summary>
public class AdaptiveTable : AdaptiveCollectionWithContentAlignment
{
    public const string TypeName = "Table";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveTableRow> Rows { get; set; } = [];

    public List<AdaptiveTableColumnDefinition> Columns { get; set; } = [];

    public AdaptiveContainerStyle? GridStyle { get; set; }

    [DefaultValue(true)]
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    public bool ShowGridLines { get; set; } = true;

    /// <summary>Gets or sets a value indicating whether screen readers announce the first row as the header.</summary>
    [JsonProperty("firstRowAsHeader", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public bool FirstRowAsHeaders { get; set; }

    // As the samples, and the original, name it.
    [JsonProperty("firstRowAsHeaders")]
    private bool FirstRowAsHeadersOfSamples
    {
        set => FirstRowAsHeaders = value;
    }

    public override IEnumerator<AdaptiveElement> GetEnumerator() => Rows.GetEnumerator();

    public override void Add(AdaptiveElement element) => Rows.Add((AdaptiveTableRow)element);
}

/// <summary>A row of a table.</summary>
public class AdaptiveTableRow : AdaptiveCollectionWithContentAlignment
{
    public const string TypeName = "TableRow";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveTableCell> Cells { get; set; } = [];

    public AdaptiveContainerStyle? Style { get; set; }

    /// <summary>Gets or sets whether it is read from right to left; null leaves that to the client.</summary>
    public bool? Rtl { get; set; }

    public override IEnumerator<AdaptiveElement> GetEnumerator() => Cells.GetEnumerator();

    public override void Add(AdaptiveElement element) => Cells.Add((AdaptiveTableCell)element);
}

/// <summary>A cell of a table.</summary>
public class AdaptiveTableCell : AdaptiveContainer
{
    public new const string TypeName = "TableCell";

    public override string Type { get; set; } = TypeName;
}

/// <summary>How wide a column of a table is, and how its cells are aligned.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class AdaptiveTableColumnDefinition
{
    public const string TypeName = "TableColumnDefinition";

    [JsonProperty("verticalCellContentAlignment", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    [JsonProperty("horizontalCellContentAlignment", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveHorizontalContentAlignment HorizontalContentAlignment { get; set; }

    /// <summary>Gets or sets the weight among the other columns; 0 says nothing.</summary>
    [JsonIgnore]
    public long Width { get; set; }

    /// <summary>Gets or sets the width in pixels, which wins over <see cref="Width"/>; 0 says nothing.</summary>
    [JsonIgnore]
    public double PixelWidth { get; set; }

    [JsonProperty("width")]
    [JsonConverter(typeof(ColumnWidthConverter))]
    private object WidthOnWire
    {
        get => PixelWidth > 0 ? string.Create(CultureInfo.InvariantCulture, $"{PixelWidth}px") : Width > 0 ? Width : null;
        set
        {
            if (value is string text && text.EndsWith("px", StringComparison.Ordinal) && double.TryParse(text.AsSpan(0, text.Length - 2), CultureInfo.InvariantCulture, out var pixels))
                PixelWidth = pixels;
            else if (value is long weight)
                Width = weight;
        }
    }
}
