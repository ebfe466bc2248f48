using MarketoSetupBot.Contracts;
using Microsoft.Identity.Client;

namespace MarketoSetupBot.Backend;

/// <summary>Reads runs as the bot itself: states and counts, what the whole team may see.</summary>
internal sealed class TeamReading(BackendClient backend, AppToken token)
{
    public Task<Answered<RunView>> RunAsync(Guid run, CancellationToken cancellationToken) =>
        ReadAsync(own => backend.ReadRunAsync(own, run, cancellationToken), cancellationToken);

    public Task<Answered<ValidationView>> ValidationAsync(Guid validation, CancellationToken cancellationToken) =>
        ReadAsync(own => backend.ReadValidationAsync(own, validation, seen: null, details: false, cancellationToken), cancellationToken);

    /// <summary>The last complete one of that connection.</summary>
    public Task<Answered<ValidationView>> LastValidationAsync(Guid connection, CancellationToken cancellationToken) =>
        ReadAsync(own => backend.LastValidationAsync(own, connection, cancellationToken), cancellationToken);

    private async Task<Answered<T>> ReadAsync<T>(Func<string, Task<Answered<T>>> read, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await read(await token.GetAsync(cancellationToken));
        }
        catch (MsalException)
        {
            return Answered<T>.Refused(Problems.Unreachable);
        }
    }

    /// <returns>Null also where the backend does not say: a card about runs does not fail for it.</returns>
    public async Task<HaltView?> HaltAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await backend.HaltStateAsync(await token.GetAsync(cancellationToken), cancellationToken)).Value?.Halt;
        }
        catch (MsalException)
        {
            return null;
        }
    }
}
