// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>What every look at a meeting has in common. Events spell these names with a capital; either is read.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class MeetingDetailsBase
{
    internal MeetingDetailsBase()
    {
    }

    internal MeetingDetailsBase(string id, Uri joinUrl = null, string title = null)
    {
        Id = id;
        JoinUrl = joinUrl;
        Title = title;
    }

    /// <summary>Gets or sets the id, in base 64.</summary>
    public string Id { get; set; }

    public Uri JoinUrl { get; set; }

    public string Title { get; set; }
}

/// <summary>The value of an event about a meeting.</summary>
[JsonObject(ItemNullValueHandling = NullValueHandling.Ignore)]
public class MeetingEventDetails : MeetingDetailsBase
{
    internal MeetingEventDetails(string id, Uri joinUrl = null, string title = null, string meetingType = "Scheduled")
        : base(id, joinUrl, title)
    {
        MeetingType = meetingType;
    }

    public string MeetingType { get; set; }
}

/// <summary>A meeting began.</summary>
[JsonObject(ItemNullValueHandling = NullValueHandling.Ignore)]
public class MeetingStartEventDetails : MeetingEventDetails
{
    public MeetingStartEventDetails()
        : base(null)
    {
    }

    public MeetingStartEventDetails(string id, Uri joinUrl = null, string title = null, string meetingType = "Scheduled", DateTime startTime = default)
        : base(id, joinUrl, title, meetingType)
    {
        StartTime = startTime;
    }

    /// <summary>Gets or sets when, in UTC.</summary>
    public DateTime StartTime { get; set; }
}

/// <summary>A meeting ended.</summary>
[JsonObject(ItemNullValueHandling = NullValueHandling.Ignore)]
public class MeetingEndEventDetails : MeetingEventDetails
{
    public MeetingEndEventDetails()
        : base(null)
    {
    }

    public MeetingEndEventDetails(string id, Uri joinUrl = null, string title = null, string meetingType = "Scheduled", DateTime endTime = default)
        : base(id, joinUrl, title, meetingType)
    {
        EndTime = endTime;
    }

    /// <summary>Gets or sets when, in UTC.</summary>
    public DateTime EndTime { get; set; }
}

/// <summary>People came or went.</summary>
[JsonObject(ItemNullValueHandling = NullValueHandling.Ignore)]
public class MeetingParticipantsEventDetails
{
    public MeetingParticipantsEventDetails()
    {
    }

    public MeetingParticipantsEventDetails(IList<TeamsMeetingMember> members = default)
    {
        Members = members;
    }

    public IList<TeamsMeetingMember> Members { get; } = [];
}

/// <summary>Somebody in a meeting.</summary>
[JsonObject(ItemNullValueHandling = NullValueHandling.Ignore)]
public class TeamsMeetingMember
{
    public TeamsMeetingMember(TeamsChannelAccount user, UserMeetingDetails meeting)
    {
        User = user;
        Meeting = meeting;
    }

    [JsonProperty("user")]
    public TeamsChannelAccount User { get; set; }

    public UserMeetingDetails Meeting { get; set; }
}

/// <summary>Whether somebody is in the meeting now, and as what.</summary>
[JsonObject(ItemNullValueHandling = NullValueHandling.Ignore)]
public class UserMeetingDetails
{
    public bool InMeeting { get; set; }

    public string Role { get; set; }
}
