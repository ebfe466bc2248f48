using Journeys.TeamsClient;
using Xunit;

namespace Journeys.Conversation;

public sealed class A_channel_that_watches(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    [Fact]
    public async Task A_setup_begun_in_a_personal_chat_shows_its_progress_in_the_channel_that_was_named()
    {
        var teams = fixture.World.Teams;
        var alex = TeamsPerson.Alex;
        await teams.InstallInTeamAsync(alex);
        var talk = new SetupTalk(teams.PersonalChat(alex), alex);
        await talk.BeginAsync();
        Assert.Contains("Marketo sync", talk.Step.CardFor(alex)!.Text, StringComparison.Ordinal);

        await talk.SendDetailsAsync(("channel", TeamsService.SyncChannel));
        await talk.SeesStepAsync("approve");

        var thread = await WaitForThreadAsync(teams);
        var plan = await thread.SeesVerbAsync(TeamsPerson.Megan, "approve");
        Assert.Contains(new Uri(talk.Organisation).Host, thread.Messages[0].Card!.Text, StringComparison.Ordinal);

        // Whoever may, approves there; the person who asked sees it in their own chat.
        await thread.PressAsync(alex, plan, "approve");
        await talk.SeesStepAsync("collect");
        await talk.PressAsync("collect");
        await thread.SeesVerbAsync(TeamsPerson.Megan, "revoke");
    }

    private static async Task<TeamsChat> WaitForThreadAsync(TeamsService teams)
    {
        using var patience = new CancellationTokenSource(TeamsService.Patience);
        while (true)
        {
            var change = teams.NextChange;
            if (teams.Threads.FirstOrDefault(t => t.Id.StartsWith(TeamsService.SyncChannel, StringComparison.Ordinal) && t.Messages.Count > 0) is { } thread) return thread;
            await change.WaitAsync(patience.Token);
        }
    }
}
