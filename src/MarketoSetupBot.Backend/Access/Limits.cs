using System.Threading.RateLimiting;
using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Access;

internal static class Limits
{
    /// <summary>The largest request, a details card with every field at its longest, is under 8 KB.</summary>
    public const long LargestRequest = 32 * 1024;

    /// <summary>The bot's own reads serve every thread.</summary>
    private const int BotReadsPerMinute = 6_000;

    public static void AddLimits(this IServiceCollection services, AccessSettings settings)
        => services.AddRateLimiter(options =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Partition(context, settings.RequestsPerMinute));
            options.OnRejected = async (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(10);
                var refusal = new Refusal(429, ProblemCodes.TooManyRequests) { RetryAfter = wait };
                await new Refused(refusal).ExecuteAsync(rejected.HttpContext);
            };
        });

    private static RateLimitPartition<string> Partition(HttpContext context, int perMinute)
        => context.User.FindFirst("oid")?.Value switch
        {
            null => RateLimitPartition.GetNoLimiter("nobody"),
            var oid => RateLimitPartition.GetTokenBucketLimiter(oid, _ => Bucket(
                string.Equals(context.User.FindFirst("idtyp")?.Value, "app", StringComparison.OrdinalIgnoreCase) ? BotReadsPerMinute : perMinute)),
        };

    private static TokenBucketRateLimiterOptions Bucket(int perMinute) => new()
    {
        TokenLimit = perMinute,
        TokensPerPeriod = Math.Max(1, perMinute / 6),
        ReplenishmentPeriod = TimeSpan.FromSeconds(10),
        QueueLimit = 0,
        AutoReplenishment = true,
    };
}
