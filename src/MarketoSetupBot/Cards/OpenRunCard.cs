using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;
using Newtonsoft.Json.Linq;

namespace MarketoSetupBot.Cards;

/// <summary>Another run is open for that organisation: join it or replace it.</summary>
internal static class OpenRunCard
{
    public static AdaptiveCard For(Guid draft, RunView other, CultureInfo culture)
    {
        var words = Words.For(culture);
        var carried = new JObject
        {
            [ActionData.Run] = draft.ToString("D"),
            [ActionData.Other] = other.Id.ToString("D"),
            [ActionData.Version] = other.Version,
        };
        return new Sheet(words, Tone.Warning, words.Say("OpenRun_Title"))
            .Say(words.Say("OpenRun_Text", ("by", other.Requester.Name), ("host", other.Organisation(words)), ("at", Kinds.Iso(other.OpenedAt)), ("state", words["RunState_" + other.State])))
            .Hint(words.Say("OpenRun_Hint"))
            .Footer(other, words)
            .With(Press.Primary(words, Verbs.Join, carried), Press.Destructive(words, Verbs.Replace, carried));
    }
}
