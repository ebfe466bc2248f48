using System.Globalization;

namespace AdaptiveCards;

/// <summary>Sizes such as "32px".</summary>
internal static class Pixels
{
    private const string Unit = "px";

    public static uint Read(string? size) =>
        size?.EndsWith(Unit, StringComparison.Ordinal) == true && uint.TryParse(size.AsSpan(0, size.Length - Unit.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var pixels)
            ? pixels
            : 0;

    public static string? Write(uint pixels) => pixels == 0 ? null : pixels.ToString(CultureInfo.InvariantCulture) + Unit;
}
