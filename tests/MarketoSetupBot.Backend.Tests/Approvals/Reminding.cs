using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;
using Microsoft.Extensions.Configuration;

namespace MarketoSetupBot.Backend.Tests.Approvals;

public sealed class Reminding
{
    [Fact]
    public async Task Names_those_of_the_team_who_could_decide_and_did_not_ask()
    {
        await using var office = await Office.OpenAsync(null, "--Access:ApprovalTimeout=3.00:00:00", "--Access:Reminders=50");
        office.GiveRole(Contoso.Isaiah, "Application Administrator");
        office.GiveRole(Contoso.Adele, "Application Administrator");
        office.GiveRole(Contoso.Patti, "Application Administrator");
        office.GiveRole(Contoso.SyncUser, "Application Administrator");
        office.ChangeUser(Contoso.Patti, u => u with { AccountEnabled = false });
        var run = await office.PlannedAsync();
        office.Clock.Forward(TimeSpan.FromHours(36.1));
        run = await office.As(Contoso.Adele).UntilAsync(run.Id, r => r.Notices.Count == 1);
        var says = run.Notices[0].Says;
        // Adele asked, Patti's account is disabled, the sync user is not of the team.
        Assert.Equal(PhraseCodes.ApprovalUrgent, says.Code);
        Assert.Equal($"{Contoso.Alex.ObjectId},{Contoso.Isaiah.ObjectId}", says.Values![Phrase.Tells]);
        Assert.Equal(Contoso.Adele.ObjectId.ToString(), says.Values["requesterId"]);
    }

    [Fact]
    public async Task Names_whoever_holds_the_role_through_a_group_as_well()
    {
        await using var office = await Office.OpenAsync(null, "--Access:ApprovalTimeout=3.00:00:00", "--Access:Reminders=50");
        office.TakeRoles(Contoso.Alex);
        var inner = new Group { Id = Guid.NewGuid(), DisplayName = "Inner", Members = [Contoso.Isaiah.ObjectId] };
        var admins = new Group { Id = Guid.NewGuid(), DisplayName = "App admins", IsAssignableToRole = true, Members = [Contoso.Lynne.ObjectId, inner.Id] };
        office.Change(t =>
        {
            t.Groups.Add(inner.Id, inner);
            t.Groups.Add(admins.Id, admins);
            t.Assign(admins.Id, WellKnown.DirectoryRole("Application Administrator"));
        });
        var run = await office.PlannedAsync();
        office.Clock.Forward(TimeSpan.FromHours(36.1));
        run = await office.As(Contoso.Adele).UntilAsync(run.Id, r => r.Notices.Count == 1);
        Assert.Contains(Contoso.Lynne.ObjectId.ToString(), run.Notices[0].Says.Values![Phrase.Tells], StringComparison.Ordinal);
    }

    [Fact]
    public void Goes_by_the_percentages_of_the_settings()
    {
        var now = new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
        var wait = new ApprovalWait(TimeSpan.FromHours(100), Read("25,50,75"));
        var expires = now.AddHours(100);
        Assert.Equal(now.AddHours(25), wait.NextLook(expires, now));
        Assert.Equal((1, now.AddHours(50)), (wait.RemindersUntil(expires, now.AddHours(25)), wait.NextLook(expires, now.AddHours(25))));
        Assert.Equal((3, expires), (wait.RemindersUntil(expires, now.AddHours(80)), wait.NextLook(expires, now.AddHours(80))));
        Assert.Equal(expires, new ApprovalWait(TimeSpan.FromHours(100), Read("none")).NextLook(expires, now));
        Assert.Equal([33, 66], Read(""));
    }

    [Theory]
    [InlineData("50,25")]
    [InlineData("0")]
    [InlineData("100")]
    [InlineData("a day")]
    [InlineData("1,2,3,4,5,6,7,8,9,10,11")]
    public void Refuses_what_is_no_list_of_percentages(string text)
        => Assert.Contains("Access:Reminders", Assert.Throws<SettingsException>(() => Read(text)).Message, StringComparison.Ordinal);

    private static IReadOnlyList<int> Read(string text) => AccessSettings.From(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Access:RequesterGroup"] = Contoso.TeamGroupId.ToString(),
        ["Access:Reminders"] = text,
    }).Build()).Reminders;
}
