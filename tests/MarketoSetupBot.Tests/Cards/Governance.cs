using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Tests.Cards;

/// <summary>Stops, questions and audit lines worth looking at; every text that a person wrote tries to be more than text.</summary>
internal static class Governance
{
    public const string Nasty = "**stop**[here](http://evil)<at>Alex</at>{{DATE(2020-01-01T00:00:00Z)}}";

    public static readonly DateTimeOffset At = new(2026, 11, 2, 9, 30, 0, TimeSpan.Zero);

    public static HaltView Halt { get; } = new(new PersonView("3a1f0b52-0000-4000-8000-000000000001", "Alex Wilber"), At, Nasty);

    public static RunView Asked { get; } = Samples.Planned with
    {
        Notices = [new NoticeView(1, new Phrase(PhraseCodes.ApproverAsks, ("by", "Alex Wilber"), ("requester", "Adele Vance"), ("question", Nasty)), At)],
    };

    public static AuditView Audit { get; } = new([.. Enumerable.Range(0, 30).Select(n => new AuditLineView
    {
        Number = 100 - n,
        Id = Guid.Empty,
        At = At.AddMinutes(-n),
        Actor = n % 3 == 0 ? "backend" : "3a1f0b52-0000-4000-8000-000000000001",
        ActorName = n % 3 == 1 ? Nasty : null,
        Act = (n % 4) switch { 0 => "Approve", 1 => "Consent", 2 => "PATCH /v1.0/applications(uniqueName='marketo-setup-bot-0123456789abcdef')", _ => new string('x', 300) },
        Outcome = n % 2 == 0 ? "allowed" : "refused:self-approval",
        RequestId = n % 4 == 2 ? "5d1c9a52-4b0e-4f57-9a63-2c8e5b1f0a11" : null,
        Seal = new string('a', 64),
    })]);
}
