// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Microsoft.Bot.Connector;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>What a channel can show.</summary>
public class Channel
{
    public static bool SupportsSuggestedActions(string channelId, int buttonCnt = 100) => SupportsSuggestedActions(channelId, buttonCnt, null);

    /// <param name="conversationType">Teams shows suggested actions in personal chats only.</param>
    public static bool SupportsSuggestedActions(string channelId, int buttonCnt = 100, string conversationType = default) => channelId switch
    {
        Channels.Msteams => conversationType == "personal" && buttonCnt <= 3,
        Channels.Facebook or Channels.Skype => buttonCnt <= 10,
        Channels.Line => buttonCnt <= 13,
        Channels.Kik => buttonCnt <= 20,
        Channels.Directline or Channels.DirectlineSpeech or Channels.Emulator or Channels.Slack or Channels.Telegram or Channels.Webchat => buttonCnt <= 100,
        _ => false,
    };

    public static bool SupportsCardActions(string channelId, int buttonCnt = 100) => channelId switch
    {
        Channels.Msteams => buttonCnt <= 50,
        Channels.Facebook or Channels.Skype => buttonCnt <= 3,
        Channels.Line => buttonCnt <= 99,
        Channels.Cortana or Channels.Directline or Channels.DirectlineSpeech or Channels.Emulator or Channels.Slack or Channels.Telegram or Channels.Webchat => buttonCnt <= 100,
        _ => false,
    };

    /// <summary>Whether earlier messages stay on the screen.</summary>
    public static bool HasMessageFeed(string channelId) => channelId != Channels.Cortana;

    /// <summary>Longer titles are cut off on buttons.</summary>
    public static int MaxActionTitleLength(string channelId) => 20;

    public static string GetChannelId(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return string.IsNullOrEmpty(turnContext.Activity.ChannelId) ? string.Empty : turnContext.Activity.ChannelId;
    }
}
