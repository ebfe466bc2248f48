using MarketoSetupBot.Backend;
using MarketoSetupBot.Cards;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Acts;

/// <summary>What is said about a plan beside yes. What was typed is kept when something is wrong with it.</summary>
internal sealed class DecisionActs(BackendClient backend, DetailsForms forms) : IAct
{
    public IReadOnlyCollection<string> Verbs { get; } = [Cards.Verbs.Reject, Cards.Verbs.Ask, Cards.Verbs.Reply];

    public async Task<Outcome> PerformAsync(Click click, Caller caller, CancellationToken cancellationToken)
    {
        if (click.Run is not { } run) return new Outcome.Refused(Problems.BadRequest);
        var remark = click.Values.GetValueOrDefault(RemarkRequest.Field);
        var answered = await backend.DecideAsync(caller, Route(click.Verb), run, new RemarkRequest(remark, click.Values.GetValueOrDefault(ActionData.PlanHash)), cancellationToken);
        return answered.Problem is { Code: ProblemCodes.InvalidDetails, Run: { Plan: not null } current, Fields: { } fields } && fields.TryGetValue(RemarkRequest.Field, out var wrong)
            ? new Outcome.Shows(PlanCard.For(current, click.Culture, remark, wrong))
            : await forms.StandsAsync(click, caller, answered, cancellationToken);
    }

    private static string Route(string verb) => verb switch
    {
        Cards.Verbs.Reject => DecisionRoutes.Reject,
        Cards.Verbs.Ask => DecisionRoutes.Ask,
        _ => DecisionRoutes.Reply,
    };
}
