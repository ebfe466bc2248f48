using System.Net;
using MarketoSetupBot.Settings;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace MarketoSetupBot.Admission;

/// <summary>
/// The connector's token proves "from Teams, for this bot". This adds: from our tenant, and answered to a host of Teams, since
/// the bot's own token goes wherever the service URL points.
/// </summary>
internal sealed partial class Doorkeeper(BotSettings settings, ILogger<Doorkeeper> log) : Microsoft.Bot.Builder.IMiddleware
{
    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        if (IsOurTenant(activity) && TeamsHosts.Allow(activity.ServiceUrl))
        {
            await next(cancellationToken);
            return;
        }

        LogRefused(log, activity.Type);
        if (activity.Type == ActivityTypes.Invoke)
            await turnContext.SendActivityAsync(
                new Activity { Type = ActivityTypesEx.InvokeResponse, Value = new InvokeResponse { Status = (int)HttpStatusCode.Forbidden } }, cancellationToken);
    }

    /// <summary>Both places where Teams names the tenant, if it fills them; at least one has to be filled.</summary>
    private bool IsOurTenant(Activity activity)
    {
        // A continuation of our own carries no channel data; its conversation was admitted when it was recorded.
        var named = new[] { activity.Conversation?.TenantId, activity.GetChannelData<TeamsChannelData>()?.Tenant?.Id }.Where(t => !string.IsNullOrEmpty(t)).ToArray();
        return named.Length > 0 && named.All(t => string.Equals(t, settings.TenantId, StringComparison.OrdinalIgnoreCase));
    }

    [LoggerMessage(LogLevel.Warning, "An activity of type {Type} from another tenant or service URL was refused.")]
    private static partial void LogRefused(ILogger log, string type);
}
