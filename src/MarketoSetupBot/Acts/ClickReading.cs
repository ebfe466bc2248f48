using System.Globalization;
using MarketoSetupBot.Threads;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace MarketoSetupBot.Acts;

/// <summary>Reads from an activity who did what where.</summary>
internal static class ClickReading
{
    /// <param name="turn">An invoke, a message that a Submit sent, or a typed word.</param>
    public static Click Read(ITurnContext turn, string verb, object? data)
    {
        var activity = turn.Activity;
        return new Click
        {
            Verb = verb,
            Values = Flatten(data as JObject),
            Person = new Person(activity.From.Id, activity.From.AadObjectId ?? "", activity.From.Name ?? activity.From.Id),
            Place = PlaceOf(activity),
            Activity = activity.Id,
            Message = activity.ReplyToId,
            Culture = Cultures.Of(activity),
            Turn = turn,
        };
    }

    public static Place PlaceOf(Activity activity) => new(
        activity.Conversation.Id,
        activity.Conversation.TenantId ?? activity.GetChannelData<TeamsChannelData>()?.Tenant?.Id ?? "",
        activity.Conversation.ConversationType == "personal");

    /// <summary>Key under which an activity counts as handled. Ids of messages are unique within their conversation only.</summary>
    public static string KeyOf(Activity activity) => $"{activity.Conversation.Id}/{activity.Id}";

    /// <inheritdoc cref="KeyOf(Activity)" />
    public static string KeyOf(Click click) => $"{click.Place.Conversation}/{click.Activity}";

    /// <summary>Everything that is text or can be read as such; an action of ours carries nothing deeper.</summary>
    private static Dictionary<string, string> Flatten(JObject? data) =>
        data?.Properties()
            .Where(p => p.Value is JValue { Value: not null })
            .ToDictionary(p => p.Name, p => Convert.ToString(((JValue)p.Value).Value, CultureInfo.InvariantCulture) ?? "", StringComparer.Ordinal)
        ?? [];
}
