using System.Text;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace BotFramework.Tests.Schema;

/// <summary>Names that Teams spells in a way of its own; each as the packages of 4.23.1 write it.</summary>
public sealed class WireNamesTests
{
    [Fact]
    public void A_person_written_for_has_an_itemid() => IsTheSameAfterwards<TeamsChannelData>(
        """{"onBehalfOf":[{"itemid":0,"mentionType":"person","mri":"29:alex","displayName":"Alex"}]}""");

    [Fact]
    public void A_dialog_in_a_tab_has_a_tabContext() => IsTheSameAfterwards<TaskModuleRequest>("""{"data":{"a":1},"tabContext":{"tabEntityId":"tab"}}""");

    [Fact]
    public void Who_came_to_a_meeting_is_spelled_with_capitals() => IsTheSameAfterwards<MeetingParticipantsEventDetails>(
        """{"Members":[{"user":{"id":"29:alex"},"Meeting":{"InMeeting":true,"Role":"Organizer"}}]}""");

    [Fact]
    public void When_a_meeting_began_is_spelled_with_capitals_and_which_one_without() => IsTheSameAfterwards<MeetingStartEventDetails>(
        """{"StartTime":"2026-11-22T12:00:00Z","MeetingType":"Scheduled","id":"bQ==","joinUrl":"https://teams.microsoft.com/l","title":"Sync"}""");

    [Fact]
    public void A_meeting_is_read_however_it_is_spelled() =>
        Assert.Equal("Sync", ActivityJson.Read<MeetingEndEventDetails>("""{"Title":"Sync","Id":"bQ=="}"""u8.ToArray())!.Title);

    private static void IsTheSameAfterwards<T>(string json) =>
        Assert.Equal(json, ActivityJson.WriteText(ActivityJson.Read<T>(Encoding.UTF8.GetBytes(json))!));
}
