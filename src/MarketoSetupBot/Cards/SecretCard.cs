using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards;

/// <summary>The only card that ever holds a secret. It may be nothing but the answer to its recipient's Collect: never sent, stored or logged.</summary>
internal static class SecretCard
{
    public static AdaptiveCard For(CollectedSecret collected, CultureInfo culture)
    {
        var words = Words.For(culture);
        return new Sheet(words, Tone.Warning, words.Say("Secret_Title"))
            .Say(words.Say("Secret_Warning", ("until", Kinds.Iso(collected.ShowUntil))))
            .Copyable(words["Label_ClientIdField"], collected.ClientId)
            .Copyable(words["Label_ClientSecretField"], collected.Secret, words.Say("Secret_Where"))
            .Hint(words.Say("Secret_Expires", ("expires", Kinds.Iso(collected.ExpiresAt))))
            .Hint(words.Say("Secret_Care"))
            .Footer(collected.Run, words)
            .With(Press.Primary(words, Verbs.Copied, Press.Of(collected.Run)));
    }
}
