using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace Microsoft.Bot.Connector.Authentication.Inbound;

/// <summary>
/// Whether an activity comes from the bot's own tenant. The token only proves "from the Bot Framework, for this bot";
/// the tenant stands in the body, where Teams sets it.
/// </summary>
internal static class Tenants
{
    public static bool IsFrom(Activity activity, string tenantId)
    {
        activity.TryGetChannelData<TeamsChannelData>(out var channelData);
        string?[] named = [activity.Conversation?.TenantId, channelData?.Tenant?.Id];
        var present = named.Where(name => !string.IsNullOrEmpty(name)).ToArray();

        // Teams always names it; another channel may not, and then has nothing to be wrong.
        return (present.Length > 0 || activity.ChannelId != Channels.Msteams)
            && Array.TrueForAll(present, name => string.Equals(name, tenantId, StringComparison.OrdinalIgnoreCase));
    }
}
