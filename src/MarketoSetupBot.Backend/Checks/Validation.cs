using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>Runs the checks side by side on one set of readings. Whatever cannot be read is "not checked"; the rest is told all the same.</summary>
internal sealed partial class Validation(IServiceScopeFactory scopes, TimeProvider time, ILogger<Validation> logger) : IValidation
{
    /// <summary>All results are on screen after ten seconds; what Microsoft has not answered by then stays unchecked.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(9);

    private static readonly IReadOnlyList<string> Order = CheckIds.All;

    public async Task<IReadOnlyList<CheckView>> ValidateAsync(
        Connection connection, string? assertion, IProgress<CheckView>? progress, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AskingPerson>().Assertion = assertion;
        using var late = new CancellationTokenSource(Limit, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);

        scope.ServiceProvider.GetRequiredService<Readings>().Begin(connection, stop.Token);
        var results = new Dictionary<string, Task<CheckView>>(StringComparer.Ordinal);
        var checks = scope.ServiceProvider.GetServices<ICheck>().ToList();
        // A check is registered after those it depends on, so their tasks are there when it asks for them.
        foreach (var check in checks)
            results.Add(check.Id, ToldAsync(RunAsync(check, [.. check.DependsOn.Select(id => results[id])], connection, stop.Token, cancellationToken), progress));
        await Task.WhenAll(results.Values);
        return [.. results.Values.Select(r => r.Result).OrderBy(v => Position(v.Id))];
    }

    private static async Task<CheckView> ToldAsync(Task<CheckView> run, IProgress<CheckView>? progress)
    {
        var result = await run;
        progress?.Report(result);
        return result;
    }

    private async Task<CheckView> RunAsync(
        ICheck check, IReadOnlyList<Task<CheckView>> before, Connection connection, CancellationToken stop, CancellationToken abandoned)
    {
        if (PasswordGrantOnly.IsMoot(check.Id, connection)) return check.Passed(new Phrase(PhraseCodes.CheckNotNeededServerToServer));
        var conditions = await Task.WhenAll(before);
        if (conditions.FirstOrDefault(c => c.State is CheckState.Failed or CheckState.NotChecked) is { } failed) return check.NotCheckedFor(failed.Id);
        try
        {
            var view = await check.RunAsync(connection, stop);
            return view with { Evidence = [.. view.Evidence.Select(e => e.At == default ? e with { At = time.GetUtcNow() } : e)] };
        }
        catch (TroubleException e) when (e.Trouble.Kind is TroubleKind.Forbidden)
        {
            return check.NotChecked(new Phrase(PhraseCodes.NotCheckedPermission, ("permission", e.Trouble.Permission)));
        }
        catch (Exception e) when (e is TroubleException || (e is OperationCanceledException && !abandoned.IsCancellationRequested))
        {
            NotAnswered(check.Id, e.Message);
            return check.NotChecked(new Phrase(PhraseCodes.NotCheckedOutage));
        }
    }

    private static int Position(string id) => Order.TakeWhile(known => known != id).Count();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Check {Check} could not be made: {Cause}")]
    private partial void NotAnswered(string check, string cause);
}
