using MarketoSetupBot.Cards;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Tests.Cards;

/// <summary>People to hand over to, and a run that was talked about.</summary>
internal static class Talks
{
    public static IReadOnlyList<PersonView> People { get; } =
        [Samples.Megan, new("3a1f0b52-0000-4000-8000-000000000003", "Adele Vance"), new("3a1f0b52-0000-4000-8000-000000000009", Governance.Nasty)];

    public static IReadOnlyDictionary<string, string> Typed { get; } =
        new Dictionary<string, string> { [HandOverCard.Part] = "run", [HandOverRequest.Field] = "3a1f0b52-0000-4000-8000-000000000009" };

    public static RunView TalkedAbout { get; } = Samples.Planned with
    {
        Notices =
        [
            new NoticeView(1, new Phrase(PhraseCodes.RequesterAnswers, ("by", "Adele Vance"), ("asker", "Alex Wilber"), ("askerId", "x"), ("answer", Governance.Nasty)), Governance.At),
            new NoticeView(2, new Phrase(PhraseCodes.RecipientHandedOver, ("by", "Alex Wilber"), ("from", Governance.Nasty), ("to", "Adele Vance"), ("toId", "x")), Governance.At),
            new NoticeView(3, new Phrase(PhraseCodes.PlanApproved, ("by", "Alex Wilber"), ("requester", "Adele Vance"), ("requesterId", "x")), Governance.At),
        ],
    };
}
