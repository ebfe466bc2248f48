using MarketoSetupBot.Backend;
using MarketoSetupBot.Cards;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Threads;

namespace MarketoSetupBot.Acts;

/// <summary>Hand over: the question to whom, and the act.</summary>
internal sealed class HandOverActs(BackendClient backend, DetailsForms forms, Rosters rosters) : IAct
{
    public IReadOnlyCollection<string> Verbs { get; } = [Cards.Verbs.AskHandOver, Cards.Verbs.HandOver];

    public async Task<Outcome> PerformAsync(Click click, Caller caller, CancellationToken cancellationToken)
    {
        if (click.Run is not { } run) return new Outcome.Refused(Problems.BadRequest);
        if (click.Verb is Cards.Verbs.AskHandOver)
        {
            var read = await backend.ReadRunAsync(caller.Token, run, cancellationToken);
            return read.Value is { IsOpen: true } open ? await AskAsync(click, open, null, cancellationToken) : await forms.StandsAsync(click, caller, read, cancellationToken);
        }

        if (PartOf(click) is not { } part) return new Outcome.Refused(Problems.BadRequest);
        var answered = await backend.HandOverAsync(caller, run, new HandOverRequest(part, click.Values.GetValueOrDefault(HandOverRequest.Field)), cancellationToken);
        return answered.Problem is { Code: ProblemCodes.InvalidDetails, Run: { } current, Fields: { } fields } && fields.TryGetValue(HandOverRequest.Field, out var wrong)
            ? await AskAsync(click, current, wrong, cancellationToken)
            : await forms.StandsAsync(click, caller, answered, cancellationToken);
    }

    private async Task<Outcome> AskAsync(Click click, RunView run, Phrase? wrong, CancellationToken cancellationToken) =>
        new Outcome.Shows(HandOverCard.For(run, await rosters.PeopleAsync(click, cancellationToken), click.Culture, click.Values, wrong));

    private static HandOverPart? PartOf(Click click) => click.Values.GetValueOrDefault(HandOverCard.Part) switch
    {
        "recipient" => HandOverPart.Recipient,
        "run" => HandOverPart.Run,
        _ => null,
    };
}
