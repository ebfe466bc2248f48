using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Validations;

/// <summary>Marketo's seven checks beside our own. Which of ours predict which: domain reference 1.6, "what the bot can read to predict it".</summary>
internal static class MarketoSeven
{
    private static readonly Dictionary<MarketoCheck, Func<string, bool>> Predictors = new()
    {
        [MarketoCheck.UrlIsValid] = Is(CheckIds.DynamicsUrl),
        // Whatever could keep the sync user from a token: everything on the application, its secret and its sign-in, except the consent, which Adobe files under the role.
        [MarketoCheck.UsernameAndPasswordAreValid] = id => id != CheckIds.Consent && CheckIds.GroupOf(id) is CheckGroup.Application or CheckGroup.Secret or CheckGroup.SignIn || id == CheckIds.DynamicsUserName,
        [MarketoCheck.SyncUserHasRole] = Is(CheckIds.Consent, CheckIds.DynamicsUser, CheckIds.DynamicsRole),
        [MarketoCheck.SolutionIsInstalled] = Is(CheckIds.DynamicsSolution),
        [MarketoCheck.StepsAreEnabled] = Is(CheckIds.DynamicsSteps),
        [MarketoCheck.SyncUserAssignedToSolution] = Is(CheckIds.DynamicsConfig),
        [MarketoCheck.SyncUserMatches] = Is(CheckIds.DynamicsConfigUser),
    };

    public static IReadOnlyList<MarketoReadingView> Read(IReadOnlyList<CheckView> checks, MarketoReportView? report) =>
        [.. Enum.GetValues<MarketoCheck>().Select(check => Read(check, [.. checks.Where(c => Predictors[check](c.Id))], report?.Red))];

    private static MarketoReadingView Read(MarketoCheck check, IReadOnlyList<CheckView> ours, IReadOnlyList<MarketoCheck>? red)
    {
        // One that is broken decides; else one that nobody could check leaves it open, for a warning is not what Marketo shows.
        var state = ours.Any(c => c.State is CheckState.Failed) ? CheckState.Failed
            : ours.Count == 0 || ours.Any(c => c.State is CheckState.NotChecked) ? CheckState.NotChecked
            : ours.Any(c => c.State is CheckState.Warning) ? CheckState.Warning
            : CheckState.Passed;
        return new MarketoReadingView(check, state, [.. ours.Where(c => c.State == state).Select(c => c.Id)], red?.Contains(check), Judge(check, state, red));
    }

    private static MarketoVerdict Judge(MarketoCheck check, CheckState state, IReadOnlyList<MarketoCheck>? red) => (red, state) switch
    {
        (null, _) => MarketoVerdict.Unknown,
        _ when red.Contains(check) && check > MarketoCheck.UsernameAndPasswordAreValid && red.Contains(MarketoCheck.UsernameAndPasswordAreValid) => MarketoVerdict.RedBelowSignIn,
        (_, CheckState.NotChecked) => MarketoVerdict.Unknown,
        (_, CheckState.Failed) => red.Contains(check) ? MarketoVerdict.Agree : MarketoVerdict.GreenButBad,
        (_, CheckState.Passed) => red.Contains(check) ? MarketoVerdict.RedButGood : MarketoVerdict.Agree,
        _ => MarketoVerdict.Agree,
    };

    private static Func<string, bool> Is(params string[] ids) => id => ids.Contains(id, StringComparer.Ordinal);
}
