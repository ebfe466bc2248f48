using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Access;

/// <summary>
/// Whom to tell that a plan waits: people of the team who hold a role for it, themselves or through a group, and did not ask for it. A hint, never a right;
/// whoever is not of the team is not named to it.
/// </summary>
public sealed class PossibleApprovers(IDirectory directory, AccessRules access, AccessSettings settings)
{
    /// <summary>A message that mentions more people than this is everybody's, and so nobody's.</summary>
    private const int Most = 5;

    /// <summary>Administrators of a large tenant are not all looked up for a hint.</summary>
    private const int MostLookedUp = 20;

    /// <returns>Object ids. Empty also where the tenant does not tell.</returns>
    public async Task<IReadOnlyList<string>> OfAsync(Run run, CancellationToken cancellationToken)
    {
        if (run is not { State: RunState.Planned, Plan: { } plan })
            return [];
        try
        {
            List<string> found = [];
            foreach (var person in (await directory.HoldersAsync(plan.ApproverRoles, cancellationToken)).Take(MostLookedUp))
            {
                if (found.Count < Most && await IsOneAsync(person, run, plan, cancellationToken))
                    found.Add(person);
            }
            return found;
        }
        catch (TenantUnavailableException)
        {
            return [];
        }
    }

    private async Task<bool> IsOneAsync(string person, Run run, PlanView plan, CancellationToken cancellationToken)
        => (settings.AllowSelfApproval || !run.IsOnTheAskingSide(person)) && !run.HasApproved(person)
            && await directory.IsMemberAsync(person, settings.RequesterGroup, cancellationToken)
            && await access.StillApprovesAsync(person, plan, cancellationToken);
}
