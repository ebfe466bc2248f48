using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace MarketoSetupBot.Backend.Tests.World;

/// <summary>The scheduler rests, and the test is the engine: what comes between two looks, or into the middle of one, comes exactly there.</summary>
internal static class Standstill
{
    /// <summary>More looks than any run here needs.</summary>
    private const int Looks = 100;

    public static async Task GoOnAsync(this Office office) => await (await SchedulerAsync(office)).Start();

    /// <summary>The scheduler rests before the run begins, so that no look of its own is still under way.</summary>
    public static async Task<RunView> PlannedAtRestAsync(this Office office)
    {
        await (await SchedulerAsync(office)).Standby();
        var adele = office.As(Contoso.Adele);
        var run = (await adele.OpenAsync()).Value;
        _ = (await adele.SendDetailsAsync(run.Id)).Value;
        return await office.LookUntilAsync(run.Id, r => r.State is RunState.Planned);
    }

    /// <summary>Of the approval the engine has seen nothing yet.</summary>
    public static async Task<RunView> ApprovedAtRestAsync(this Office office)
        => (await office.As(Contoso.Alex).ApproveAsync(await office.PlannedAtRestAsync())).Value;

    /// <summary>Whatever is due now.</summary>
    public static Task LookAsync(this Office office, Guid run) => office.Services.GetRequiredService<RunEngine>().AdvanceAsync(run, default);

    /// <summary>Look after look, and between two of them the time passes that the run waits for.</summary>
    public static async Task<RunView> LookUntilAsync(this Office office, Guid id, Func<RunView, bool> wanted)
    {
        for (var look = 0; look < Looks; look++)
        {
            await office.LookAsync(id);
            var view = (await office.As(Contoso.Adele).ReadAsync(id)).Value;
            if (wanted(view))
                return view;
            await using var db = office.Services.GetRequiredService<Ledger>().Open();
            var wait = (await RunStore.FindAsync(db, id, default))!.DueAt!.Value - office.Clock.GetUtcNow();
            if (wait > TimeSpan.Zero)
                office.Clock.Forward(wait);
        }
        throw new TimeoutException("The run does not come as far.\n" + string.Join('\n', office.Log.Lines.TakeLast(60)));
    }

    /// <summary>Once, before the first request that is meant goes on.</summary>
    public static void Between(this Office office, Func<HttpRequestMessage, bool> meant, Func<Task> happens)
    {
        var happened = 0;
        office.Line.Before = request => meant(request) && Interlocked.Exchange(ref happened, 1) == 0 ? happens() : Task.CompletedTask;
    }

    private static async Task<IScheduler> SchedulerAsync(Office office) => await office.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
}
