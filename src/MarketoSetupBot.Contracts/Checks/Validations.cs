namespace MarketoSetupBot.Contracts;

/// <summary>One look at everything, as the team may see it: states, findings, remedies. <see cref="CheckView.Details"/> only for whoever may read them.</summary>
public sealed record ValidationView
{
    public Guid Id { get; init; }
    public required Guid ConnectionId { get; init; }
    public required string OrganisationHost { get; init; }
    /// <summary>When it began.</summary>
    public required DateTimeOffset At { get; init; }
    /// <summary>Who asked. Null: nobody, as in the night and at the end of a setup.</summary>
    public PersonView? By { get; init; }
    /// <summary>Those that are known by now, in the order in which they are shown.</summary>
    public required IReadOnlyList<CheckView> Checks { get; init; }
    /// <summary>How many there will be.</summary>
    public int Expected { get; init; }
    /// <summary>Nothing more is to come.</summary>
    public bool IsComplete { get; init; } = true;
    /// <summary>It was broken off before its end, as by a restart: ask for another one.</summary>
    public bool IsAbandoned { get; init; }
    /// <summary>Ids of checks that are better, and worse, than when they were last known. Empty for the first one.</summary>
    public IReadOnlyList<string> Better { get; init; } = [];
    public IReadOnlyList<string> Worse { get; init; } = [];
    /// <summary>Marketo's seven checks beside our own reading of each. Empty while not complete.</summary>
    public IReadOnlyList<MarketoReadingView> Marketo { get; init; } = [];
    /// <summary>Who said last what Marketo shows.</summary>
    public MarketoReportView? Report { get; init; }
}

/// <summary>One of Marketo's seven checks, and what our own readings say of it.</summary>
/// <param name="State">Of the checks that predict it: the worst.</param>
/// <param name="Because">Ids of those checks that make it so; all of them when it is Passed.</param>
/// <param name="Red">What a person saw in Marketo; null when nobody said.</param>
/// <param name="Verdict">What the two together mean.</param>
public sealed record MarketoReadingView(MarketoCheck Check, CheckState State, IReadOnlyList<string> Because, bool? Red, MarketoVerdict Verdict);

public enum MarketoVerdict
{
    /// <summary>Nobody said what Marketo shows, or nothing could be read.</summary>
    Unknown,
    /// <summary>Both are good, or both are bad.</summary>
    Agree,
    /// <summary>Red in Marketo, and everything that we read is good.</summary>
    RedButGood,
    /// <summary>Green in Marketo, and we read something broken.</summary>
    GreenButBad,
    /// <summary>Red because the sign-in above it is red; says nothing of itself.</summary>
    RedBelowSignIn,
}

/// <param name="Red">Empty: all seven were green.</param>
public sealed record MarketoReportView(IReadOnlyList<MarketoCheck> Red, PersonView By, DateTimeOffset At);

/// <summary>POST to the bot's <see cref="ValidationRoutes.BotEvents"/> with the app role <see cref="Scopes.EventsPush"/>: tell the threads of these runs; read the validation.</summary>
/// <param name="Runs">Of the connection, the latest first. The first one that is shown anywhere is the thread.</param>
public sealed record ValidationEvent(Guid Validation, IReadOnlyList<Guid> Runs);

/// <param name="Begun">Null: there is not exactly one connection to look at.</param>
/// <param name="Choices">Those to choose from, when none was begun.</param>
public sealed record ValidationStart(ValidationView? Begun, IReadOnlyList<ConnectionView> Choices);

/// <summary>Paths of the backend's API about validations. <see cref="Routes.Validate"/> begins one and answers what is known after a second or two.</summary>
public static class ValidationRoutes
{
    /// <summary>GET, person's token or the bot's. With <c>?seen=n</c> it waits until more than n results are known, for three seconds at most. With <c>?details=true</c>, person's token: with what only some may see.</summary>
    public const string One = "/validations/{id}";
    /// <summary>GET, person's token or the bot's: the last complete one; <c>{id}</c> is a connection.</summary>
    public const string Last = "/connections/{id}/validation";
    /// <summary>POST, person's token: begins one of the only connection; answers with a <see cref="ValidationStart"/>.</summary>
    public const string Only = "/validations";
    /// <summary>PUT <see cref="MarketoReportRequest"/>, person's token: what Marketo shows now. 200 with the same; <c>{id}</c> is a connection.</summary>
    public const string Report = "/connections/{id}/marketo-report";

    /// <summary>On the bot, on its internal listener.</summary>
    public const string BotEvents = Routes.BotEvents + "/validations";
}
