// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>How far somebody has read in a chat.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class ReadReceiptInfo
{
    public ReadReceiptInfo()
    {
    }

    public ReadReceiptInfo(string lastReadMessageId)
    {
        LastReadMessageId = lastReadMessageId;
    }

    /// <summary>Gets or sets the id of a message, which Teams makes of the milliseconds at which it was sent.</summary>
    public string LastReadMessageId { get; set; }

    /// <summary>Whether a message was sent no later than the last one that was read; no, where either id is no number.</summary>
    public static bool IsMessageRead(string compareMessageId, string lastReadMessageId) =>
        Sent(compareMessageId) is { } compared && Sent(lastReadMessageId) is { } read && compared <= read;

    public bool IsMessageRead(string compareMessageId) => IsMessageRead(compareMessageId, LastReadMessageId);

    private static long? Sent(string messageId) =>
        long.TryParse(messageId, NumberStyles.None, CultureInfo.InvariantCulture, out var sent) ? sent : null;
}
