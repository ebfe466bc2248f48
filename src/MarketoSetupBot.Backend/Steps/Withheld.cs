using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Steps;

/// <summary>Graph refused a write, and an administrator can do the same by hand.</summary>
internal sealed class WithheldException(Trouble trouble, HandActView act) : Exception($"Graph: {trouble.Code}, {trouble.Permission}")
{
    public Trouble Trouble { get; } = trouble;
    public HandActView Act { get; } = act;
}

internal static class Withheld
{
    /// <summary>Around a write: where the permission for it is missing, <paramref name="act"/> is what a person does instead.</summary>
    /// <exception cref="WithheldException" />
    /// <exception cref="TroubleException">For every other refusal.</exception>
    public static async Task OrByHandAsync(this Task write, Func<string, HandActView> act)
    {
        try
        {
            await write;
        }
        catch (TroubleException e) when (e.Trouble.Kind is TroubleKind.Forbidden)
        {
            throw new WithheldException(e.Trouble, act(e.Trouble.Permission));
        }
    }

    /// <inheritdoc cref="OrByHandAsync(Task, Func{string, HandActView})"/>
    public static async Task<T> OrByHandAsync<T>(this Task<T> write, Func<string, HandActView> act)
    {
        await ((Task)write).OrByHandAsync(act);
        return await write;
    }
}
