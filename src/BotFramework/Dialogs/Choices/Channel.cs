// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Microsoft.Bot.Connector;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>What a channel can show.</summary>
public static class Channel
{
    private const int TeamsSuggestedActions = 3;
    private const int TeamsCardActions = 50;

    public static bool SupportsSuggestedActions(string channelId, int buttonCnt = 100) => SupportsSuggestedActions(channelId, buttonCnt, null);

    /// <param name="conversationType">Teams shows suggested actions in personal chats only.</param>
    public static bool SupportsSuggestedActions(string channelId, int buttonCnt = 100, string conversationType = default) => channelId switch
    {
        Channels.Directline or Channels.Emulator or Channels.Webchat => buttonCnt <= 100,
        Channels.Msteams => conversationType == "personal" && buttonCnt <= TeamsSuggestedActions,
        _ => false,
    };

    public static bool SupportsCardActions(string channelId, int buttonCnt = 100) => channelId switch
    {
        Channels.Msteams => buttonCnt <= TeamsCardActions,
        Channels.Directline or Channels.Emulator or Channels.Webchat => buttonCnt <= 100,
        _ => false,
    };

    /// <summary>Longer titles are cut off on buttons.</summary>
    public static int MaxActionTitleLength(string channelId) => 20;

    public static string GetChannelId(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return string.IsNullOrEmpty(turnContext.Activity.ChannelId) ? string.Empty : turnContext.Activity.ChannelId;
    }
}
