using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards;

/// <summary>Who receives the secret instead, or whose run it is from now on.</summary>
internal static class HandOverCard
{
    public const string Part = "part";

    /// <summary>Nothing about the secret can be handed over where there is none to come, or where somebody has it.</summary>
    private static bool HasSecretToCome(RunView run) =>
        !run.IsWork() && run.Kind is RunKind.Setup && (run.State is RunState.Planned or RunState.Blocked || run.Delivery is { State: DeliveryState.Waiting });

    /// <summary>The button that leads here.</summary>
    public static AdaptiveAction Button(RunView run, Words words) => Press.Secondary(words, Verbs.AskHandOver, Press.Of(run)).WithoutInputs();

    /// <param name="people">Who is in this conversation.</param>
    /// <param name="typed">Kept when something is <paramref name="wrong"/> with it.</param>
    public static AdaptiveCard For(RunView run, IReadOnlyList<PersonView> people, CultureInfo culture, IReadOnlyDictionary<string, string>? typed = null, Phrase? wrong = null)
    {
        var words = Words.For(culture);
        var sheet = new Sheet(words, Tone.Working, words.Say("HandOver_Title"))
            .Say(words.Say("HandOver_Text"))
            .Facts(
                (words["HandOver_Owner"], Prose.Of(run.Requester.Name)),
                (words["Label_Recipient"], HasSecretToCome(run) ? Prose.Of(run.Details?.Recipient.Name ?? "") : default));
        var back = Press.Button(words, Verbs.Show, Press.Of(run), words["HandOver_Back"]).WithoutInputs();
        if (people.Count < 2)
            return sheet.Note(Tone.Neutral, words.Say("HandOver_Nobody")).Footer(run, words).With(back);

        IEnumerable<string> parts = HasSecretToCome(run) ? ["recipient", "run"] : ["run"];
        new Field(sheet, words, typed ?? new Dictionary<string, string>(), wrong is null ? new Dictionary<string, Phrase>() : new Dictionary<string, Phrase> { [HandOverRequest.Field] = wrong })
            .Choice(Part, parts.Select(p => (p, words["HandOver_Part_" + p])), unlessTyped: parts.First())
            .Choice(HandOverRequest.Field, people.Select(p => (p.ObjectId, p.Name)));
        if (HasSecretToCome(run))
            sheet.Hint(words.Say(run.Delivery is null ? "HandOver_VoidsVotes" : "HandOver_TakesApprover"));
        return sheet.Footer(run, words).With(Press.Primary(words, Verbs.HandOver, Press.Of(run)), back);
    }
}
