using AdaptiveCards;
using MarketoSetupBot.Cards;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Threads;

namespace MarketoSetupBot.Acts;

/// <summary>What an act gave. It is remembered while the turn shows it: showing may be repeated, the act never.</summary>
internal abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>The run stands somewhere; the dialog knows which card that is.</summary>
    /// <param name="Form">What the details card would show, if the run stands there and somebody asked who may see it.</param>
    internal sealed record Stands(RunView Run, DetailsForm? Form = null) : Outcome
    {
        /// <summary>A channel that shall show the progress from now on.</summary>
        public KnownChannel? Watch { get; init; }
    }

    /// <summary>A new run: its progress takes the place of the card that was clicked, its form comes below.</summary>
    internal sealed record Opened(RunView Run, DetailsForm Form) : Outcome;

    /// <summary>An undo or a repair that a button on another card opened: its cards come below, that card stays.</summary>
    internal sealed record Begun(RunView Run) : Outcome;

    /// <summary>The run of another draft goes on here.</summary>
    internal sealed record Joined(RunView Run, Guid Draft, DetailsForm? Form) : Outcome;

    /// <summary>An open run is in the way of a draft. What was typed is kept until the person says which of the two goes on.</summary>
    internal sealed record InTheWay(Guid Draft, RunView Other, IReadOnlyDictionary<string, string> Typed) : Outcome;

    /// <summary>The run moved past the delivery: the receipt takes the place of what was clicked, the next step gets a card of its own.</summary>
    internal sealed record Received(RunView Run) : Outcome;

    /// <summary>A card that is not where the run stands: a question, a list, an error beside a field.</summary>
    internal sealed record Shows(AdaptiveCard Card, Holds Holds = Holds.Plain) : Outcome;

    /// <summary>A card for whoever pressed and nobody else; it is not kept for a repeat.</summary>
    internal sealed record ShowsOne(AdaptiveCard Card) : Outcome;

    /// <summary>A validation, perhaps still running.</summary>
    /// <param name="Token">Of the person who watches it.</param>
    internal sealed record Validated(ValidationView View, string Token) : Outcome
    {
        /// <summary>Never the token, whoever prints this.</summary>
        public override string ToString() => $"Validated {{ Validation = {View.Id} }}";
    }

    /// <summary>A card for whoever pressed and nobody else, which is kept nowhere.</summary>
    internal sealed record OnlyFor(AdaptiveCard Card) : Outcome;

    /// <summary>The secret. It goes into the answer to this click and nowhere else.</summary>
    internal sealed record HandedOut(CollectedSecret Secret) : Outcome
    {
        /// <summary>Never the value, whoever prints this.</summary>
        public override string ToString() => "HandedOut { *** }";
    }

    internal sealed record Refused(ProblemView Problem) : Outcome;
}
