using AdaptiveCards;
using MarketoSetupBot.Acts;
using MarketoSetupBot.Backend;
using MarketoSetupBot.Cards;
using MarketoSetupBot.Language;
using MarketoSetupBot.SignIn;
using MarketoSetupBot.State;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace MarketoSetupBot.Commands;

/// <summary>Answers what people type. Every answer is a card to press on; nothing here changes anything.</summary>
internal sealed class TypedWords(
    StatusAndHelp runs, TeamReading reading, PersonToken tokens, ActTable acts, HandledActivities handled, ValidationFollowing following, BotDatabase database, TimeProvider clock)
{
    public async Task AnswerAsync(ITurnContext<IMessageActivity> turn, CancellationToken cancellationToken)
    {
        var activity = (Activity)turn.Activity;
        if (await handled.AnswerToAsync(ClickReading.KeyOf(activity), cancellationToken) is not null) return;
        var click = ClickReading.Read(turn, "", null);
        (AdaptiveCard Card, Watched? Watched) validated = default;
        var answer = CommandWords.Read(turn.Activity) switch
        {
            Command.SetUp => Sending.Message(BeginCard.For(await runs.RunsHereAsync(click.Place.Conversation, cancellationToken), click.Culture)),
            Command.Halt or Command.Resume => Sending.Message(HaltCard.For(await reading.HaltAsync(cancellationToken), click.Culture)),
            Command.Audit => Sending.Message(AuditCard.Ask(click.Culture)),
            Command.Status => Sending.Message(await runs.StatusAsync(click, cancellationToken)),
            Command.Cancel => await CancelAsync(click, cancellationToken),
            Command.Undo => Sending.Message(UndoListCard.For(await runs.RunsHereAsync(click.Place.Conversation, cancellationToken), click.Culture)),
            Command.ValidateSync => Sending.Message((validated = await ValidateAsync(click, cancellationToken)).Card),
            Command.Help => Sending.Message(HelpCard.For(click.Culture)),
            _ => Sending.Message(HelpCard.For(click.Culture, unknownWord: true)),
        };

        var record = new TurnRecord(database, clock) { Handled = ClickReading.KeyOf(activity) };
        if (await record.SaveAsync(cancellationToken) is not Saved.Yes) return;
        var sent = await turn.SendActivityAsync(answer, cancellationToken);
        if (validated.Watched is { } watched) following.Begin(turn, sent.Id, watched);
    }

    private async Task<IMessageActivity> CancelAsync(Click click, CancellationToken cancellationToken)
    {
        var open = (await runs.RunsHereAsync(click.Place.Conversation, cancellationToken)).Where(r => r.IsOpen).ToList();
        return open switch
        {
            [] => MessageFactory.Text(Words.For(click.Culture)["Message_NoOpenRun"]),
            [var one] => Sending.Message(AskCancelCard.For(one, click.Culture)),
            _ => Sending.Message(StatusCard.For(open, click.Culture)),
        };
    }

    /// <summary>With a sign-in the result; without one a button, because only a click can ask for a sign-in.</summary>
    private async Task<(AdaptiveCard Card, Watched? Watched)> ValidateAsync(Click click, CancellationToken cancellationToken)
    {
        if (await tokens.FindSilentlyAsync(click, cancellationToken) is not { } token) return (ValidateCard.For(click.Culture), null);
        click = click with { Verb = Verbs.Validate };
        return await acts.PerformAsync(click, new Caller(token, click.IdempotencyKey), cancellationToken) switch
        {
            Outcome.Validated(var view, var watching) => (ValidationSummaryCard.For(view, click.Culture), new Watched(view, watching, click.Culture)),
            Outcome.Shows(var card, _) => (card, null),
            Outcome.Refused(var problem) => (ProblemCard.For(problem, click.Culture), null),
            _ => (ValidateCard.For(click.Culture), null),
        };
    }
}
