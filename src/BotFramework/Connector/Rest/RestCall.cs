using System.Text;

namespace Microsoft.Bot.Connector.Rest;

/// <summary>One request to a REST service of the Bot Framework.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Path and query below the base address, without a leading slash; ids in it are escaped.</param>
internal sealed record RestCall(HttpMethod Method, string Path)
{
    public object? Body { get; init; }

    /// <summary>Gets the conversation that the service may route by, sent as x-ms-conversation-id.</summary>
    public string? ConversationId { get; init; }

    public IReadOnlyDictionary<string, List<string>>? Headers { get; init; }

    /// <summary>Gets a value indicating whether 404 is an answer without a body and not a failure.</summary>
    public bool MayBeMissing { get; init; }
}

/// <summary>Escapes ids.</summary>
internal static class Segment
{
    /// <summary>An id as one path segment.</summary>
    /// <exception cref="ArgumentException">There is none, or it is one that would climb out of its place.</exception>
    public static string Of(string? id)
    {
        Argument.MustSay(id);

        // Dots are not escaped by any rule, and "v3/conversations/../x" is another address.
        return id is "." or ".." ? throw new ArgumentException("An id cannot be a relative path.", nameof(id)) : Uri.EscapeDataString(id);
    }

    /// <summary>A query of those values that are there, with its question mark; empty where there is none.</summary>
    public static string Query(params ReadOnlySpan<(string Name, string? Value)> values)
    {
        var query = new StringBuilder();
        foreach (var (name, value) in values)
        {
            if (!string.IsNullOrEmpty(value))
                query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }

        return query.ToString();
    }
}
