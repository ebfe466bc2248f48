namespace Microsoft.Bot.Connector;

/// <summary>Values of <see cref="Schema.Activity.ChannelId"/>.</summary>
public class Channels
{
    private const string Gone = "This channel is no more.";

    public const string Alexa = "alexa";
    public const string Console = "console";
    [Obsolete(Gone)]
    public const string Cortana = "cortana";
    public const string Directline = "directline";
    public const string DirectlineSpeech = "directlinespeech";
    public const string Email = "email";
    public const string Emulator = "emulator";
    [Obsolete(Gone)]
    public const string EnterpriseChannel = "enterprisechannel";
    public const string Facebook = "facebook";
    public const string Groupme = "groupme";
    [Obsolete(Gone)]
    public const string Kaizala = "kaizala";
    [Obsolete(Gone)]
    public const string Kik = "kik";
    public const string Line = "line";
    public const string M365 = "m365extensions";
    public const string Msteams = "msteams";
    public const string Omni = "omnichannel";
    public const string Outlook = "outlook";
    public const string Skype = "skype";
    [Obsolete(Gone)]
    public const string Skypeforbusiness = "skypeforbusiness";
    public const string Slack = "slack";
    public const string Sms = "sms";
    public const string Telegram = "telegram";
    public const string Telephony = "telephony";
    public const string Test = "test";
    [Obsolete(Gone)]
    public const string Twilio = "twilio-sms";
    public const string Webchat = "webchat";
}
