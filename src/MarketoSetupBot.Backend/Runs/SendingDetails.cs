using MarketoSetupBot.Backend.Access;
using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Authentication;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Runs;

/// <summary>The details card was sent: all of it is read, the organisation's connection found or made, and the run goes on to planning.</summary>
public sealed class SendingDetails(
    RunStore store, RunActs acts, AccessRules access, AuditTrail audit, IDirectory directory, CallerSettings entra, TimeProvider clock)
{
    private const int Races = 5;

    public async Task<Results<Ok<RunView>, Refused>> SendAsync(
        Guid id, DetailsRequest request, Caller caller, string? key, CancellationToken cancellationToken)
    {
        for (var race = 1; ; race++)
        {
            await using var db = store.Open();
            if (await RunStore.FindAsync(db, id, cancellationToken) is not { } run)
                return await acts.RefuseAsync(caller, Act.SendDetails, id, Refusal.NotFound, null, cancellationToken);
            if (await access.DecideAsync(caller, Act.SendDetails, run, cancellationToken) is { } no)
                return await acts.RefuseAsync(caller, Act.SendDetails, id, no, null, cancellationToken);
            if (await RunActs.WasHandledAsync(db, caller, Act.SendDetails, key, cancellationToken))
                return TypedResults.Ok(run.View());
            var (refusal, replaced) = await TakeAsync(db, run, request, caller, cancellationToken);
            if (refusal is not null)
                return await acts.RefuseAsync(caller, Act.SendDetails, id, refusal, run, cancellationToken);
            acts.Remember(db, caller, Act.SendDetails, key, id);
            try
            {
                await store.CommitAsync(
                    db, run, audit.Line(caller.ObjectId, nameof(Act.SendDetails), id, AuditEntry.Allowed), cancellationToken, replaced is null ? [] : [replaced]);
                return TypedResults.Ok(run.View());
            }
            catch (DbUpdateException) when (race < Races)
            {
                // Somebody opened a run for the same organisation at the same moment: the unique index let one through. Look again.
            }
        }
    }

    private async Task<(Refusal?, Run? Replaced)> TakeAsync(
        BackendContext db, Run run, DetailsRequest request, Caller caller, CancellationToken cancellationToken)
    {
        if (run.State is not RunState.Draft)
            return (Refusal.Stale, null);
        DetailsView? details;
        RunKind kind;
        IReadOnlyDictionary<string, Phrase> errors;
        try
        {
            (details, kind, errors) = await Details.ReadAsync(request, directory, cancellationToken);
        }
        catch (TenantUnavailableException e)
        {
            return (Refusal.TryAgain(e.RetryAfter), null);
        }
        if (details is null)
            return (new Refusal(422, ProblemCodes.InvalidDetails) { Fields = errors }, null);

        var now = clock.GetUtcNow();
        var connection = await ConnectionAsync(db, details.OrganisationHost, now, cancellationToken);
        var other = await db.Runs.AsSplitQuery().SingleOrDefaultAsync(r => r.OpenConnectionId == connection.Id && r.Id != run.Id, cancellationToken);
        if (other is not null && await StandsInTheWayAsync(other, request.ReplaceOpenRun, caller, now, cancellationToken) is { } refusal)
            return (refusal, null);
        return (run.TakeDetails(details, kind, connection.Id, caller.Person, now), other);
    }

    private async Task<Refusal?> StandsInTheWayAsync(Run other, bool replace, Caller caller, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!replace)
            return Refusal.InTheWay(other.View());
        if (await access.DecideAsync(caller, Act.Cancel, other, cancellationToken) is { } no)
            return no with { Run = other.View() };
        return other.Cancel(caller.Person, now);
    }

    private async Task<Connection> ConnectionAsync(BackendContext db, string host, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = await db.Connections.FirstOrDefaultAsync(c => c.TenantId == entra.TenantId && c.OrganisationHost == host, cancellationToken);
        if (connection is null)
            db.Connections.Add(connection = Connection.New(entra.TenantId, host, now));
        return connection;
    }
}
