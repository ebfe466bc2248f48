namespace MarketoSetupBot.Backend.Authentication;

public static class Policies
{
    /// <summary>A person's own token. Every act, and every read that a person asks for.</summary>
    public const string Person = "person";

    /// <summary>A person's own token, or the bot's with <c>Setup.Read</c>.</summary>
    public const string PersonOrBot = "person-or-bot";
}
