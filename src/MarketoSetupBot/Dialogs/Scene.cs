using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Threads;
using Microsoft.Bot.Builder;

namespace MarketoSetupBot.Dialogs;

/// <summary>What a dialog turn is about, and the card that it leaves. Nothing is sent from inside a dialog: the turn is saved first.</summary>
internal sealed class Scene(RunView run, DetailsForm? form, CultureInfo culture)
{
    public RunView Run { get; } = run;

    public AdaptiveCard? Card { get; private set; }

    public Holds Holds { get; private set; }

    public static Scene Of(ITurnContext turn) => turn.TurnState.Get<Scene>() ?? throw new InvalidOperationException("A dialog about a run needs the run.");

    /// <summary>Shows the card of the stage the run is at.</summary>
    public void Show() => (Card, Holds) = Stages.Of(Run) switch
    {
        Stage.Details when form is not null => (DetailsCard.For(form, culture), Holds.Form),
        // Nobody asked who may see the form: the card says where the run stands, and its button asks.
        Stage.Details => (OutdatedCard.For(Run, culture), Holds.Plain),
        Stage.Planning or Stage.Applying => (WorkingCard.For(Run, culture), Holds.Plain),
        Stage.ByHand or Stage.SecretByHand => (HandActCard.For(Run, culture), Run.HandAct?.Asks is null ? Holds.Plain : Holds.Form),
        Stage.Plan => (PlanCard.For(Run, culture), Holds.Plain),
        Stage.Trouble => (FailedCard.For(Run, culture), Holds.Plain),
        Stage.Collect => (CollectCard.For(Run, culture), Holds.Plain),
        Stage.Receipt => (ReceiptCard.For(Run, culture), Holds.Plain),
        Stage.ValidateSyncSetup when Run.Marketo is { Red.Count: > 0 } => (RemediesCard.For(Run, culture), Holds.Plain),
        Stage.Closing when Run.Kind is RunKind.Undo or RunKind.Repair => (WorkDoneCard.For(Run, culture), Holds.Plain),
        Stage.Closing => (ClosingCard.For(Run, culture), Holds.Plain),
        Stage.Ended => (EndedCard.For(Run, culture), Holds.Plain),
        _ => (MarketoActCard.For(Run, culture), Holds.Plain),
    };
}
