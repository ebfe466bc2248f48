using Journeys.TeamsClient;
using MarketoSetupBot.Sandbox.Control;
using Xunit;

namespace Journeys.Conversation;

public sealed class Looking_at_the_sync(TwoApprovers fixture) : IClassFixture<TwoApprovers>
{
    [Fact]
    public async Task From_the_summary_to_the_details_to_a_repair_that_is_read_again()
    {
        var talk = fixture.Talk();
        await talk.ToClosingAsync(("appName", talk.AppName));
        using var control = new SandboxControl(fixture.World.SandboxUrl);
        await control.SetGrantAsync(fixture.World.ClientIdOf(talk)!.Value, null);

        var summary = await ValidateAsync(talk);
        Assert.Contains("onsent", summary.Card!.Text, StringComparison.Ordinal);
        Assert.Contains("fix", summary.Card.Verbs);

        // For a role holder by group, for others without what only some may see; nobody else's view changes.
        var updates = summary.Updates;
        var forAlex = await talk.Chat.PressAsync(TwoApprovers.Alex, summary, summary.Card!, "validation.details", ("section", "Application"));
        var forAdele = await talk.Chat.PressAsync(TwoApprovers.Adele, summary, summary.Card!, "validation.details", ("section", "SignIn"));
        Assert.Contains("fix", forAlex.Card!.Verbs);
        Assert.NotNull(forAdele.Card);
        Assert.Equal(updates, summary.Updates);

        await talk.Chat.PressAsync(talk.Person, summary, forAlex.Card, "fix");
        var plan = await talk.Chat.SeesVerbAsync(TwoApprovers.Alex, "approve");
        await talk.Chat.PressAsync(TwoApprovers.Alex, plan, "approve");

        await talk.Chat.SeesAsync(m => m.Id == plan.Id && m.Card!.Verbs.All(v => v is not ("approve" or "show")), "the repair done");
        var recheck = await talk.Chat.SeesAsync(m => m.Text is not null, "the thread told how the recheck went");
        Assert.DoesNotContain("fail", recheck.Text!, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("fix", (await talk.Chat.PressAsync(TwoApprovers.Alex, await ValidateAsync(talk), "validation.details", ("section", "Application"))).Card!.Verbs);
    }

    [Fact]
    public async Task A_repair_beside_an_open_setup_is_told_whose_it_is_and_what_to_do()
    {
        var talk = fixture.Talk();
        await talk.ToClosingAsync(("appName", talk.AppName));
        using var control = new SandboxControl(fixture.World.SandboxUrl);
        await control.SetGrantAsync(fixture.World.ClientIdOf(talk)!.Value, null);
        var summary = await ValidateAsync(talk);
        var again = new SetupTalk(fixture.World.Teams.NewThread(), TeamsPerson.Megan) { Organisation = talk.Organisation };
        await again.ToPlanAsync();

        var refused = await talk.Chat.PressAsync(talk.Person, summary, "fix");

        Assert.Contains("The setup that Megan Bowen began", refused.Line, StringComparison.Ordinal);
        Assert.Contains("cancel it by typing cancel", refused.Line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Details_name_what_only_a_role_holder_may_read()
    {
        var talk = fixture.Talk();
        await talk.ToClosingAsync(("appName", talk.AppName));
        using var control = new SandboxControl(fixture.World.SandboxUrl);
        await control.AddCredentialAsync(fixture.World.ClientIdOf(talk)!.Value, new CredentialBody("password", Name: "of-a-stranger"));

        var summary = await ValidateAsync(talk);
        var forAlex = await talk.Chat.PressAsync(TwoApprovers.Alex, summary, summary.Card!, "validation.details", ("section", "Secret"));
        var forAdele = await talk.Chat.PressAsync(TwoApprovers.Adele, summary, summary.Card!, "validation.details", ("section", "Secret"));

        Assert.Contains("of-a-stranger", forAlex.Card!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("of-a-stranger", forAdele.Card!.Text, StringComparison.Ordinal);
        // A client that knows only Submit would have them in a message that everybody reads.
        await talk.Chat.SubmitAsync(TwoApprovers.Alex, summary, "validation.details");
        await talk.SeesAsync("only in a personal chat");
        Assert.DoesNotContain(fixture.World.Teams.Traffic, body => body.Contains("of-a-stranger", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_nobody_lets_us_read_an_administrator_says()
    {
        var talk = fixture.Talk();
        await talk.ToClosingAsync(("appName", talk.AppName));
        using var control = new SandboxControl(fixture.World.SandboxUrl);
        await control.FederateAsync("contoso.onmicrosoft.com");
        await control.SetPasswordHashSyncAsync(directorySynchronised: true, passwordHashSync: true);
        await control.SetRolesAsync(TwoApprovers.Alex.Account, "Cloud Application Administrator", "Hybrid Identity Administrator");
        try
        {
            var summary = await ValidateAsync(talk);
            var unknown = await talk.Chat.PressAsync(TwoApprovers.Alex, summary, summary.Card!, "validation.details", ("section", "SignIn"));

            var refused = await talk.Chat.PressAsync(TwoApprovers.Adele, summary, unknown.Card!, "hash-sync.on");
            Assert.NotNull(refused.Line);
            await talk.Chat.PressAsync(TwoApprovers.Alex, summary, unknown.Card!, "hash-sync.on");

            var attested = await talk.Chat.PressAsync(TwoApprovers.Alex, await ValidateAsync(talk), "validation.details", ("section", "SignIn"));
            Assert.DoesNotContain("hash-sync.on", attested.Card!.Verbs);
        }
        finally
        {
            await control.ManageAsync("contoso.onmicrosoft.com");
            await control.SetPasswordHashSyncAsync(directorySynchronised: null, passwordHashSync: false);
            await control.SetRolesAsync(TwoApprovers.Alex.Account, "Cloud Application Administrator");
        }
    }

    [Fact]
    public async Task Status_tells_how_long_ago_somebody_looked()
    {
        var talk = fixture.Talk();
        await talk.ToClosingAsync(("appName", talk.AppName));
        await ValidateAsync(talk);

        await talk.Chat.SayAsync(talk.Person, "status");

        await talk.Chat.SeesAsync(m => m.Card?.Text.Contains("Last check less than an hour ago", StringComparison.Ordinal) == true, "the age of the last look");
    }

    [Fact]
    public async Task What_breaks_is_told_in_the_thread_by_the_night_and_only_once()
    {
        await using var world = await World.StartAsync(("Validations:Nightly", "0/3 * * * * ?"));
        var talk = new SetupTalk(world.Teams.NewThread(), TeamsPerson.Alex);
        await talk.ToClosingAsync(("appName", talk.AppName));
        await ValidateAsync(talk);
        using var control = new SandboxControl(world.SandboxUrl);

        await control.SetGrantAsync(world.ClientIdOf(talk)!.Value, null);

        var news = await talk.Chat.SeesAsync(m => m.Card?.Text.Contains("Worse than last time", StringComparison.Ordinal) == true, "the night's news");
        Assert.Contains("validation.details", news.Card!.Verbs);

        // Nights go on every three seconds; what is as it was is no news.
        await control.SetGrantAsync(world.ClientIdOf(talk)!.Value, "user_impersonation");
        await talk.Chat.SeesAsync(m => m.Card?.Text.Contains("Better than last time", StringComparison.Ordinal) == true, "that it is better");
        Assert.Single(talk.Chat.Messages, m => m.Card?.Text.Contains("Worse than last time", StringComparison.Ordinal) == true);
    }

    private static async Task<TeamsMessage> ValidateAsync(SetupTalk talk)
    {
        var before = talk.Chat.Messages.Count;
        await talk.Chat.SayAsync(talk.Person, "validate sync");
        // The thread may be told something in between; the answer is the card that offers a validation or shows one.
        var choice = await talk.Chat.SeesAsync(
            m => talk.Chat.Messages.Skip(before).Contains(m) && m.Card?.Verbs.Any(v => v.StartsWith("valid", StringComparison.Ordinal)) == true, "an answer to validate sync");
        if (!choice.Card!.Verbs.Any(v => v.StartsWith("validation.", StringComparison.Ordinal)))
        {
            // Several organisations: the one of this talk, by the buttons beside their names.
            before = talk.Chat.Messages.Count;
            var host = new Uri(talk.Organisation).Host;
            await talk.Chat.ClickAsync(talk.Person, choice, choice.Card.Buttons.First(b => b.Contains(host, StringComparison.Ordinal)));
        }
        return await talk.Chat.SeesAsync(
            m => talk.Chat.Messages.Skip(before).Contains(m) && m.Card?.Verbs.Contains("validation.details") == true, "a complete summary");
    }
}
