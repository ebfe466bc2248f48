using MarketoSetupBot.Backend.Tenant;

namespace MarketoSetupBot.Backend.Plans;

/// <summary>One thing the preflight wanted to know: the answer, or the permission whose lack hides it.</summary>
/// <typeparam name="T">May be nullable: "not there" is an answer too.</typeparam>
internal sealed record Reading<T>(T? Value, string? MissingPermission)
{
    public bool Known => MissingPermission is null;
}

internal static class Reading
{
    /// <exception cref="TenantUnavailableException">Graph did not answer at all: then nothing is known, and nothing is guessed.</exception>
    public static async Task<Reading<T>> Of<T>(Task<T> read)
    {
        try
        {
            return new Reading<T>(await read, null);
        }
        catch (TroubleException e) when (e.Trouble.Kind is TroubleKind.Forbidden)
        {
            return new Reading<T>(default, e.Trouble.Permission);
        }
        catch (TroubleException e)
        {
            throw e.Trouble.AsUnavailable();
        }
    }
}
