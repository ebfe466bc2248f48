// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

namespace AdaptiveCards;

/// <summary>Something that a client fetches to show a card.</summary>
/// <param name="Url">As the card has it, relative ones included.</param>
/// <param name="MimeType">Only "image" occurs: media are not known here.</param>
public record struct RemoteResourceInformation(string Url, string MimeType);
