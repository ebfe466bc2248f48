// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

namespace AdaptiveCards;

/// <summary>Something that a client fetches to show a card.</summary>
/// <param name="Url">As the card has it, relative ones included.</param>
/// <param name="MimeType">"image" for pictures; what the card says for what is played.</param>
public record struct RemoteResourceInformation(string Url, string MimeType);
