using MarketoSetupBot.Backend;
using MarketoSetupBot.Cards;

namespace MarketoSetupBot.Acts;

/// <summary>Finds the act behind a verb.</summary>
internal sealed class ActTable(IEnumerable<IAct> acts)
{
    private readonly Dictionary<string, IAct> byVerb = acts
        .SelectMany(act => act.Verbs.Select(verb => (verb, act)))
        .ToDictionary(a => a.verb, a => a.act, StringComparer.Ordinal);

    /// <summary>Acts of cards that are not the run's live card: lists, questions, and what only looks.</summary>
    public static bool WorksOnAnyMessage(string verb) =>
        verb is Verbs.Begin or Verbs.Show or Verbs.AskCancel or Verbs.Cancel or Verbs.Validate or Verbs.Status or Verbs.Help or Verbs.Undo or Verbs.Fix
            or Verbs.Halt or Verbs.Lift or Verbs.Audit
            or Verbs.ValidationShow or Verbs.ValidationDetails or Verbs.MarketoTicks or Verbs.SendMarketoTicks
            or Verbs.HashSyncIsOn or Verbs.HashSyncIsOff;

    /// <summary>Shows what the whole team may see anyway.</summary>
    public static bool NeedsNoPerson(string verb) => verb is Verbs.Status or Verbs.Help;

    /// <summary>The answer is for whoever pressed and nobody else: never a message, and nothing that is kept.</summary>
    public static bool AnswersOneAlone(string verb) => verb is Verbs.Collect or Verbs.Audit;

    /// <summary>What these bring stands beside the run's card, not in its place.</summary>
    public static bool ShowsBelow(string verb) => verb is Verbs.Status or Verbs.Help or Verbs.Validate;

    public Task<Outcome> PerformAsync(Click click, Caller caller, CancellationToken cancellationToken) =>
        byVerb.TryGetValue(click.Verb, out var act)
            ? act.PerformAsync(click, caller, cancellationToken)
            : Task.FromResult<Outcome>(new Outcome.Refused(Problems.BadRequest));
}
