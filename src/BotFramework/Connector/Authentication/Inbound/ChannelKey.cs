using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication.Inbound;

/// <summary>A signing key of the Bot Framework, and the channels that it may speak for.</summary>
internal sealed class ChannelKey(JsonWebKey key)
{
    public JsonWebKey Key => key;

    public HashSet<string> Endorsements { get; } = (key.AdditionalData.TryGetValue("endorsements", out var value) ? value : null) switch
    {
        JsonElement { ValueKind: JsonValueKind.Array } json => [.. json.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.String).Select(entry => entry.GetString()!)],
        IEnumerable<object> list => [.. list.OfType<string>()],
        _ => [],
    };
}
