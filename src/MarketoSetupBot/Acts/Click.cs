using System.Globalization;
using MarketoSetupBot.Cards;
using MarketoSetupBot.Contracts;
using Microsoft.Bot.Builder;

namespace MarketoSetupBot.Acts;

/// <summary>A button that somebody pressed: what the card said, and who pressed it where. What the card said is trusted with nothing.</summary>
internal sealed record Click
{
    public required string Verb { get; init; }
    /// <summary>Values of the action and of the inputs, as text.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }
    public required Person Person { get; init; }
    public required Place Place { get; init; }
    /// <summary>Id of the activity that brought the click.</summary>
    public required string Activity { get; init; }
    /// <summary>Id of the message that holds the card.</summary>
    public string? Message { get; init; }
    public required CultureInfo Culture { get; init; }
    /// <summary>The message shows something else by now: the click became a look at it.</summary>
    public bool IsOutdated { get; init; }
    /// <summary>For questions to Teams: who else is here.</summary>
    public required ITurnContext Turn { get; init; }

    public string IdempotencyKey => $"{Activity}:{Verb}";

    public Guid? Run => Id(ActionData.Run);

    public Guid? Other => Id(ActionData.Other);

    public Guid? Connection => Id(ActionData.Connection);

    public Guid? Validation => Id(ActionData.Validation);

    public StepKey? Step => Enum.TryParse<StepKey>(Values.GetValueOrDefault(ActionData.Step), ignoreCase: true, out var step) && Enum.IsDefined(step) ? step : null;

    private Guid? Id(string name) => Guid.TryParse(Values.GetValueOrDefault(name), out var id) ? id : null;

    /// <summary>Not the values: they may be anything somebody typed.</summary>
    public override string ToString() => $"Click {{ Verb = {Verb}, Run = {Run} }}";
}

/// <param name="TeamsId">Such as <c>29:…</c>.</param>
/// <param name="ObjectId">Entra object id.</param>
internal sealed record Person(string TeamsId, string ObjectId, string Name)
{
    public PersonView View => new(ObjectId, Name);
}

/// <param name="Conversation">With <c>;messageid=</c> in a channel.</param>
/// <param name="IsPersonal">Nobody but one person and the bot.</param>
internal sealed record Place(string Conversation, string TenantId, bool IsPersonal);
