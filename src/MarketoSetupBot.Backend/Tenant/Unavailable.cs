using MarketoSetupBot.Backend.Plans;

namespace MarketoSetupBot.Backend.Tenant;

/// <summary>The outside of this folder knows one exception for "the tenant did not answer as it should".</summary>
internal static class Unavailable
{
    /// <exception cref="TenantUnavailableException" />
    public static async Task<T> Guard<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (TroubleException e)
        {
            throw e.Trouble.AsUnavailable();
        }
    }
}
