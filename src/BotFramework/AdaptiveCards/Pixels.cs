using System.Globalization;

namespace AdaptiveCards;

/// <summary>Sizes such as "32px".</summary>
internal static class Pixels
{
    private const string Unit = "px";

    /// <returns>The number of pixels; 0 where the size is none.</returns>
    public static uint Read(string? size) => size?.EndsWith(Unit, StringComparison.Ordinal) == true && TryRead(size, out var pixels) ? pixels : 0;

    /// <summary>Reads a number with or without the unit.</summary>
    public static bool TryRead(string size, out uint pixels) =>
        uint.TryParse(size.EndsWith(Unit, StringComparison.Ordinal) ? size.AsSpan(0, size.Length - Unit.Length) : size, NumberStyles.None, CultureInfo.InvariantCulture, out pixels);

    public static bool IsNumber(string size) => double.TryParse(size, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    public static string? Write(uint pixels) => pixels == 0 ? null : pixels.ToString(CultureInfo.InvariantCulture) + Unit;
}
