// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

namespace AdaptiveCards;

/// <summary>Something that a client fetches to show a card. Two are equal when address and type are.</summary>
public struct RemoteResourceInformation
{
    private readonly (string Url, string MimeType) resource;

    /// <param name="url">As the card has it, relative ones included.</param>
    /// <param name="mimeType">"image" for pictures; what the card says for what is played.</param>
    public RemoteResourceInformation(string url, string mimeType) => resource = (url, mimeType);

    /// <inheritdoc/>
    public override readonly string ToString() => resource.ToString();
}
