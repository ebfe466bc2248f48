// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>What Teams puts into an activity's channel data.</summary>
public static class TeamsActivityExtensions
{
    /// <returns>The channel the activity comes from; null outside a team.</returns>
    public static string TeamsGetChannelId(this IActivity activity) => Data(activity)?.Channel?.Id;

    /// <returns>The channel chosen when the app was installed.</returns>
    public static string TeamsGetSelectedChannelId(this IActivity activity) => Data(activity)?.Settings?.SelectedChannel?.Id;

    /// <returns>The team the activity comes from; null outside a team.</returns>
    public static TeamInfo TeamsGetTeamInfo(this IActivity activity) => Data(activity)?.Team;

    /// <returns>The people in whose name the activity is; null when it says nothing of them.</returns>
    public static IList<OnBehalfOf> TeamsGetTeamOnBehalfOf(this IActivity activity) => Data(activity)?.OnBehalfOf;

    /// <returns>The meeting the activity comes from; null outside a meeting.</returns>
    public static TeamsMeetingInfo TeamsGetMeetingInfo(this IActivity activity) => Data(activity)?.Meeting;

    /// <summary>Makes Teams show a notification for this message.</summary>
    public static void TeamsNotifyUser(this IActivity activity) => activity.TeamsNotifyUser(alertInMeeting: false);

    public static void TeamsNotifyUser(this IActivity activity, bool alertInMeeting, string externalResourceUrl = null)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var notification = new NotificationInfo { Alert = !alertInMeeting, AlertInMeeting = alertInMeeting ? true : null, ExternalResourceUrl = externalResourceUrl };
        switch ((object)activity.ChannelData)
        {
            case null:
                activity.ChannelData = new TeamsChannelData { Notification = notification };
                break;
            case TeamsChannelData data:
                data.Notification = notification;
                break;
            case var other:
                var json = other as JObject ?? JObject.FromObject(other, ActivityJson.Serializer);
                json["notification"] = JObject.FromObject(notification, ActivityJson.Serializer);
                activity.ChannelData = json;
                break;
        }
    }

    private static TeamsChannelData Data(IActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.TryGetChannelData<TeamsChannelData>(out var data) ? data : null;
    }
}
