using System.Collections.Concurrent;
using MarketoSetupBot.Backend.Checks;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Validations;

/// <summary>Begins validations and lets others watch them. Whoever asked may go away; a validation that was begun is carried to its end and kept.</summary>
internal sealed partial class Validations(
    IValidation validation, History history, IHostApplicationLifetime life, TimeProvider clock, ILogger<Validations> logger)
{
    /// <summary>How long what only some may see can be looked at again.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(15);

    /// <summary>A row that is not finished after this is one of a process that died.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, LiveValidation> _live = [];

    /// <summary>
    /// Begins to read, while it is decided whether the person may see it: the decision takes as long as a reading. Nothing is recorded or shown before
    /// <see cref="KeepAsync"/>; otherwise <see cref="ReadAhead.Dispose"/> ends it.
    /// </summary>
    /// <param name="assertion">The token of the person who asks; null when nobody does.</param>
    public ReadAhead Begin(Connection connection, string? assertion)
    {
        var now = clock.GetUtcNow();
        var live = new LiveValidation(Guid.CreateVersion7(now), connection.Id, now);
        var stop = CancellationTokenSource.CreateLinkedTokenSource(life.ApplicationStopping);
        return new ReadAhead(live, validation.ValidateAsync(connection, assertion, live, stop.Token), stop);
    }

    /// <summary>From here on it is carried to its end, whoever goes away.</summary>
    public async Task<LiveValidation> KeepAsync(ReadAhead ahead, PersonView by, CancellationToken cancellationToken)
    {
        await AddAsync(ahead.Live, by, cancellationToken);
        _ = CarryOutAsync(ahead, _ => false);
        return ahead.Live;
    }

    /// <summary>From beginning to end, as the backend alone.</summary>
    public async Task CompleteAsync(Connection connection, Func<ValidationRecord, bool> announce, CancellationToken cancellationToken)
    {
        var ahead = Begin(connection, assertion: null);
        await AddAsync(ahead.Live, by: null, cancellationToken);
        await CarryOutAsync(ahead, announce);
    }

    public LiveValidation? Watch(Guid id) => _live.GetValueOrDefault(id);

    /// <summary>What there is to see of it; null when there never was one.</summary>
    /// <param name="details">With what only some may see, as long as it is remembered.</param>
    public async Task<ValidationView?> ViewAsync(Guid id, string tenant, bool details, CancellationToken cancellationToken)
    {
        if (await history.FindAsync(id, cancellationToken) is not { } record
            || await history.ConnectionAsync(record.ConnectionId, tenant, cancellationToken) is not { } connection) return null;
        return await ViewAsync(record, connection, details, cancellationToken);
    }

    public async Task<ValidationView> ViewAsync(ValidationRecord record, Connection connection, bool details, CancellationToken cancellationToken)
    {
        var live = Watch(record.Id);
        var complete = record.FinishedAt is not null;
        var known = live is not null && (details || !complete) ? live.Results : record.Results;
        var report = complete ? await history.ReportAsync(connection.Id, cancellationToken) : null;
        return new ValidationView
        {
            Id = record.Id,
            ConnectionId = connection.Id,
            OrganisationHost = connection.OrganisationHost,
            At = record.StartedAt,
            By = record.By,
            Checks = details ? known : [.. known.Select(History.ForTheTeam)],
            Expected = CheckIds.All.Count,
            IsComplete = complete,
            IsAbandoned = !complete && clock.GetUtcNow() - record.StartedAt > LongestRun,
            Better = record.Better,
            Worse = record.Worse,
            Marketo = complete ? MarketoSeven.Read(record.Results, report) : [],
            Report = report,
        };
    }

    private async Task AddAsync(LiveValidation live, PersonView? by, CancellationToken cancellationToken)
    {
        foreach (var old in _live.Values.Where(v => clock.GetUtcNow() - v.StartedAt > Remembered)) _live.TryRemove(old.Id, out _);
        await history.BeginAsync(live.Id, live.ConnectionId, by, live.StartedAt, cancellationToken);
        _live[live.Id] = live;
    }

    private async Task CarryOutAsync(ReadAhead ahead, Func<ValidationRecord, bool> announce)
    {
        var live = ahead.Live;
        try
        {
            var results = await ahead.KeepAsync();
            var record = await history.FinishAsync(live.Id, results, announce, life.ApplicationStopping);
            Finished(live.Id, live.ConnectionId, record.Better.Count, record.Worse.Count);
        }
        catch (OperationCanceledException) when (life.ApplicationStopping.IsCancellationRequested)
        {
            // The row stays unfinished and says so to whoever looks.
        }
        catch (Exception e)
        {
            // Nobody waits for this task: what is not logged here is lost.
            BrokenOff(live.Id, e);
        }
        finally
        {
            live.Finish();
        }
    }

    [LoggerMessage(LogLevel.Information, "Validation {Validation} of connection {Connection} is done; {Better} checks are better, {Worse} worse")]
    private partial void Finished(Guid validation, Guid connection, int better, int worse);

    [LoggerMessage(LogLevel.Error, "Validation {Validation} was broken off")]
    private partial void BrokenOff(Guid validation, Exception exception);
}
