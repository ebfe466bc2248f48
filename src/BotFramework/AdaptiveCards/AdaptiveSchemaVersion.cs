// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Globalization;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>The version of the card format a card needs. Teams shows nothing above 1.5 but the fallback text.</summary>
[JsonConverter(typeof(TextValueConverter))]
public class AdaptiveSchemaVersion : IComparable<AdaptiveSchemaVersion>, IEquatable<AdaptiveSchemaVersion>
{
    public AdaptiveSchemaVersion()
    {
    }

    public AdaptiveSchemaVersion(int major, int minor)
    {
        Major = major;
        Minor = minor;
    }

    /// <exception cref="AdaptiveSerializationException">The text is no version such as "1.5".</exception>
    public AdaptiveSchemaVersion(string versionString)
    {
        var numbers = (versionString ?? string.Empty).Split('.');
        if (!int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) ||
            (numbers.Length > 1 && !int.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out _)))
            throw new AdaptiveSerializationException("The version of a card has two numbers, such as 1.5.");

        Major = major;
        Minor = numbers.Length > 1 ? int.Parse(numbers[1], CultureInfo.InvariantCulture) : 0;
    }

    public int Major { get; set; }

    public int Minor { get; set; }

    public static implicit operator AdaptiveSchemaVersion(string versionString) => versionString is null ? null : new(versionString);

    public static bool operator ==(AdaptiveSchemaVersion left, AdaptiveSchemaVersion right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(AdaptiveSchemaVersion left, AdaptiveSchemaVersion right) => !(left == right);

    public static bool operator <(AdaptiveSchemaVersion left, AdaptiveSchemaVersion right) => left is null ? right is not null : left.CompareTo(right) < 0;

    public static bool operator <=(AdaptiveSchemaVersion left, AdaptiveSchemaVersion right) => left is null || left.CompareTo(right) <= 0;

    public static bool operator >(AdaptiveSchemaVersion left, AdaptiveSchemaVersion right) => right < left;

    public static bool operator >=(AdaptiveSchemaVersion left, AdaptiveSchemaVersion right) => right <= left;

    public int CompareTo(AdaptiveSchemaVersion other) => other is null ? 1 : (Major, Minor).CompareTo((other.Major, other.Minor));

    public bool Equals(AdaptiveSchemaVersion other) => other is not null && (Major, Minor) == (other.Major, other.Minor);

    public override bool Equals(object obj) => Equals(obj as AdaptiveSchemaVersion);

    public override int GetHashCode() => HashCode.Combine(Major, Minor);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");
}
