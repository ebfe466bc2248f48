using System.Globalization;

namespace AdaptiveCards;

/// <summary>Sizes such as "32px".</summary>
internal static class Pixels
{
    private const string Unit = "px";

    /// <returns>The number of whole pixels; 0 where the size is none.</returns>
    public static uint Read(string? size) =>
        size?.EndsWith(Unit, StringComparison.Ordinal) == true && size[0] != '.' && double.TryParse(size.AsSpan(0, size.Length - Unit.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var pixels)
            ? (uint)pixels
            : 0;

    /// <summary>Reads a number with or without the unit.</summary>
    public static bool TryRead(string size, out uint pixels) =>
        uint.TryParse(size.EndsWith(Unit, StringComparison.Ordinal) ? size.AsSpan(0, size.Length - Unit.Length) : size, NumberStyles.None, CultureInfo.InvariantCulture, out pixels);

    public static bool IsNumber(string size) => double.TryParse(size, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    /// <summary>What is wrong with a size that is no number of pixels, in the words of the original, which callers compare.</summary>
    public static string Complaint(string size, string field) =>
        size.Length > Unit.Length && !size.EndsWith(Unit, StringComparison.Ordinal) && !IsNumber(size)
            ? $"The Value \"{size[^Unit.Length..]}\" was not specified as a proper unit(px), it will be ignored."
            : $"The Value \"{size}\" for field \"{field}\" was not specified as a proper dimension in the format (\\d+(.\\d+)?px), it will be ignored.";

    public static string? Write(uint pixels) => pixels == 0 ? null : pixels.ToString(CultureInfo.InvariantCulture) + Unit;
}
