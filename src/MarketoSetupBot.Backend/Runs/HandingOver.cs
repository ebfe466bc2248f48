using MarketoSetupBot.Backend.Access;
using MarketoSetupBot.Backend.Authentication;
using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MarketoSetupBot.Backend.Runs;

/// <summary>A run, or the right to its secret, goes to another member; who takes it is read live.</summary>
public sealed class HandingOver(RunStore store, RunActs acts, IDirectory directory, AccessSettings settings)
{
    public async Task<Results<Ok<RunView>, Refused>> HandOverAsync(
        Guid id, HandOverRequest request, Caller caller, string? key, CancellationToken cancellationToken)
    {
        var act = await ActAsync(id, request.Part, cancellationToken);
        return await acts.PerformAsync(id, act, caller, key, async (_, run, now) =>
        {
            // It was approved between the two looks, and the right that was asked for is not the one it takes now.
            if (run.ActToHandOver(request.Part) != act)
                return Refusal.Stale;
            if (run.WhyNotHandOver(request.Part, now) is { } refusal)
                return refusal;
            var (to, unfit) = await PersonAsync(run, request, caller, act, cancellationToken);
            return unfit ?? run.HandOver(request.Part, to!, caller.Person, now);
        }, cancellationToken, $"{request.Part}:{request.PersonId}");
    }

    private async Task<Act> ActAsync(Guid id, HandOverPart part, CancellationToken cancellationToken)
    {
        await using var db = store.Open();
        return (await RunStore.FindAsync(db, id, cancellationToken))?.ActToHandOver(part) ?? Act.HandOver;
    }

    private async Task<(PersonView?, Refusal?)> PersonAsync(Run run, HandOverRequest request, Caller caller, Act act, CancellationToken cancellationToken)
    {
        if (!Guid.TryParseExact(request.PersonId, "D", out var objectId))
            return (null, Beside(string.IsNullOrWhiteSpace(request.PersonId) ? PhraseCodes.FieldEmpty : PhraseCodes.RecipientUnknown));
        var personId = objectId.ToString("D");
        if (string.Equals(run.HolderOf(request.Part).ObjectId, personId, StringComparison.OrdinalIgnoreCase))
            return (null, Beside(PhraseCodes.PersonHasIt));
        // One and the same person would decide that there is a secret and hold it.
        if (act is Act.HandOverSecret && !settings.AllowSelfApproval
            && (run.HasApproved(personId) || string.Equals(personId, caller.ObjectId, StringComparison.OrdinalIgnoreCase)))
            return (null, new Refusal(403, ProblemCodes.ApproverAsRecipient));
        try
        {
            return await directory.FindAsync(personId, cancellationToken) switch
            {
                null => (null, Beside(PhraseCodes.RecipientUnknown)),
                { Enabled: true, Guest: false } account => await directory.IsMemberAsync(personId, settings.RequesterGroup, cancellationToken)
                    ? (account.Person with { ObjectId = personId }, null)
                    : (null, Beside(PhraseCodes.PersonNotInTeam)),
                _ => (null, Beside(PhraseCodes.RecipientNotSuitable)),
            };
        }
        catch (TenantUnavailableException e)
        {
            return (null, Refusal.TryAgain(e.RetryAfter));
        }
    }

    private static Refusal Beside(string code)
        => new(422, ProblemCodes.InvalidDetails) { Fields = new Dictionary<string, Phrase> { [HandOverRequest.Field] = new(code) } };
}
