namespace MarketoSetupBot.Sandbox.Graph;

/// <summary>How a path names an object: by id, or by an alternate key (<c>appId='...'</c>, <c>uniqueName='...'</c>).</summary>
/// <param name="Property">Null for the id.</param>
public sealed record ObjectKey(string? Property, string Value)
{
    public static ObjectKey Parse(string segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        var equals = segment.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? new(null, Unquote(segment)) : new(segment[..equals], Unquote(segment[(equals + 1)..]));
    }

    private static string Unquote(string text) =>
        text is ['\'', .., '\''] ? text[1..^1].Replace("''", "'", StringComparison.Ordinal) : text;

    public override string ToString() => Value;
}
