// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The clouds of governments, which are refused here by this name.</summary>
public static class GovernmentAuthenticationConstants
{
    public const string ChannelService = "https://botframework.azure.us";
}
