// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

namespace AdaptiveCards;

/// <summary>A card that was read, and what was odd about it.</summary>
public class AdaptiveCardParseResult
{
    public AdaptiveCard Card { get; set; }

    public List<AdaptiveWarning> Warnings { get; } = [];
}

/// <summary>Something in a card that was not understood and does no harm.</summary>
public class AdaptiveWarning
{
    public AdaptiveWarning(int code, string message)
    {
        Code = code;
        Message = message;
    }

    /// <summary>Codes for what a reader may meet.</summary>
    public enum WarningStatusCode
    {
        UnsupportedSchemaVersion = 7,
        InvalidLanguage = 12,
        MaxActionsExceeded = 13,
    }

    public int Code { get; set; }

    public string Message { get; set; }
}

/// <summary>A card is not used as it can be.</summary>
public class AdaptiveException : Exception
{
    public AdaptiveException()
    {
    }

    public AdaptiveException(string message)
        : base(message)
    {
    }

    public AdaptiveException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>What was to be read is no card.</summary>
public class AdaptiveSerializationException : AdaptiveException
{
    public AdaptiveSerializationException()
    {
    }

    public AdaptiveSerializationException(string message)
        : base(message)
    {
    }

    public AdaptiveSerializationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
