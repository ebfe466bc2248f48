using System.Globalization;
using MarketoSetupBot.Backend;
using MarketoSetupBot.Cards;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Acts;

/// <summary>What can be pressed on a validation that there is already: back to the summary, the details, what Marketo shows.</summary>
internal sealed class ValidationLooks(BackendClient backend) : IAct
{
    public IReadOnlyCollection<string> Verbs { get; } =
        [Cards.Verbs.ValidationShow, Cards.Verbs.ValidationDetails, Cards.Verbs.MarketoTicks, Cards.Verbs.SendMarketoTicks];

    public async Task<Outcome> PerformAsync(Click click, Caller caller, CancellationToken cancellationToken)
    {
        if (click.Validation is not { } id) return new Outcome.Refused(Problems.BadRequest);
        if (click.Verb is Cards.Verbs.SendMarketoTicks
            && (click.Connection is not { } connection || await TellAsync(click, caller, connection, cancellationToken) is false))
            return new Outcome.Refused(Problems.BadRequest);
        var details = click.Verb is Cards.Verbs.ValidationDetails;
        var answered = await backend.ReadValidationAsync(caller.Token, id, seen: null, details, cancellationToken);
        return answered.Match<Outcome>(v => Show(click, caller, v), p => new Outcome.Refused(p));
    }

    private static Outcome Show(Click click, Caller caller, ValidationView view) => click.Verb switch
    {
        Cards.Verbs.ValidationDetails => new Outcome.OnlyFor(ValidationDetailsCard.For(view, click.Values.GetValueOrDefault(ActionData.Section), Page(click), click.Culture)),
        Cards.Verbs.MarketoTicks => new Outcome.OnlyFor(MarketoTicksCard.For(view, click.Culture)),
        _ => new Outcome.Validated(view, caller.Token),
    };

    private async Task<bool> TellAsync(Click click, Caller caller, Guid connection, CancellationToken cancellationToken) =>
        await backend.ReportMarketoAsync(caller, connection, RunActs.RedChecks(click), cancellationToken) is null;

    private static int Page(Click click) =>
        int.TryParse(click.Values.GetValueOrDefault(ActionData.Page), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 0;
}
