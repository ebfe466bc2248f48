using System.Runtime.InteropServices;

namespace MarketoSetupBot.Backend.Terminal;

/// <summary>Ctrl-C, a closed terminal or a polite kill: the work is asked to end, so that it can take back what it made. Only SIGKILL cannot be met; the sweep is for that.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] signals;

    public Interruption() =>
        signals = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            source.Cancel();
        }))];

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        foreach (var signal in signals) signal.Dispose();
        source.Dispose();
    }
}
