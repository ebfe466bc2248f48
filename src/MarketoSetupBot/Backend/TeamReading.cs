using MarketoSetupBot.Contracts;
using Microsoft.Identity.Client;

namespace MarketoSetupBot.Backend;

/// <summary>Reads runs as the bot itself: states and counts, what the whole team may see.</summary>
internal sealed class TeamReading(BackendClient backend, AppToken token)
{
    public async Task<Answered<RunView>> RunAsync(Guid run, CancellationToken cancellationToken)
    {
        try
        {
            return await backend.ReadRunAsync(await token.GetAsync(cancellationToken), run, cancellationToken);
        }
        catch (MsalException)
        {
            return Answered<RunView>.Refused(Problems.Unreachable);
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
