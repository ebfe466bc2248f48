using MarketoSetupBot.Backend;
using MarketoSetupBot.Cards;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Acts;

/// <summary>The acts that move a run from where it stands to where it stands next, and leave the rest to the dialog.</summary>
internal sealed class RunActs(BackendClient backend, DetailsForms forms) : IAct
{
    public IReadOnlyCollection<string> Verbs { get; } =
    [
        Cards.Verbs.Approve, Cards.Verbs.Change, Cards.Verbs.Cancel, Cards.Verbs.Retry, Cards.Verbs.KeepSecret,
        Cards.Verbs.HandDone, Cards.Verbs.ChooseServerToServer, Cards.Verbs.ChooseCloudPasswords, Cards.Verbs.TakeOver,
        Cards.Verbs.MarketoDone, Cards.Verbs.MarketoBack, Cards.Verbs.MarketoReport, Cards.Verbs.Show,
    ];

    public async Task<Outcome> PerformAsync(Click click, Caller caller, CancellationToken cancellationToken)
    {
        if (click.Run is not { } run) return new Outcome.Refused(Problems.BadRequest);
        var answered = await MoveAsync(click, caller, run, cancellationToken);
        return await forms.StandsAsync(click, caller, answered, cancellationToken);
    }

    private async Task<Answered<RunView>> MoveAsync(Click click, Caller caller, Guid run, CancellationToken cancellationToken) => click.Verb switch
    {
        Cards.Verbs.Approve => await backend.ApproveAsync(caller, run, click.Values.GetValueOrDefault(ActionData.PlanHash, ""), Accepted(click), cancellationToken),
        Cards.Verbs.HandDone when click.Step is { } step => await backend.HandDoneAsync(caller, run, new HandActDoneRequest(step, click.Values.GetValueOrDefault(Inputs.Answer)), cancellationToken),
        Cards.Verbs.ChooseServerToServer => await backend.ChooseAsync(caller, run, new ChooseRequest(SignInChoice.ServerToServer), cancellationToken),
        Cards.Verbs.ChooseCloudPasswords => await backend.ChooseAsync(caller, run, new ChooseRequest(SignInChoice.CloudPasswords), cancellationToken),
        Cards.Verbs.TakeOver => await backend.ChooseAsync(caller, run, new ChooseRequest(SignInChoice.TakeOver, click.Values.GetValueOrDefault(ActionData.ClientId)), cancellationToken),
        Cards.Verbs.Change => await backend.MoveAsync(caller, Routes.Change, run, cancellationToken),
        Cards.Verbs.Cancel => await backend.MoveAsync(caller, Routes.Cancel, run, cancellationToken),
        Cards.Verbs.Retry => await backend.MoveAsync(caller, Routes.Retry, run, cancellationToken),
        Cards.Verbs.KeepSecret => await backend.MoveAsync(caller, Routes.KeepSecret, run, cancellationToken),
        Cards.Verbs.MarketoDone when click.Step is { } step => await backend.MarketoActAsync(caller, Routes.MarketoDone, run, step, cancellationToken),
        Cards.Verbs.MarketoBack when click.Step is { } step => await backend.MarketoActAsync(caller, Routes.MarketoBack, run, step, cancellationToken),
        Cards.Verbs.MarketoReport => await backend.MarketoReportAsync(caller, run, RedChecks(click), cancellationToken),
        Cards.Verbs.Show => await backend.ReadRunAsync(caller.Token, run, cancellationToken),
        _ => Answered<RunView>.Refused(Problems.BadRequest),
    };

    /// <summary>The tick is the acceptance; without it the list that the card carries means nothing.</summary>
    private static string[] Accepted(Click click) => click.Values.GetValueOrDefault(Inputs.AcceptRisk) is "true" or "True"
        ? click.Values.GetValueOrDefault(ActionData.Accepts, "").Split(',', StringSplitOptions.RemoveEmptyEntries)
        : [];

    /// <summary>Numbers of the guide, comma separated; what is not one of the seven is left out.</summary>
    internal static List<MarketoCheck> RedChecks(Click click) =>
        [.. click.Values.GetValueOrDefault(Inputs.RedChecks, "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(n => int.TryParse(n, out var number) ? (MarketoCheck)number : 0)
            .Where(Enum.IsDefined)
            .Distinct()];
}
