using Journeys.TeamsClient;
using Xunit;

namespace Journeys.Conversation;

public sealed class Taking_back(TwoApprovers fixture) : IClassFixture<TwoApprovers>
{
    [Fact]
    public async Task A_finished_setup_is_undone_and_what_was_there_before_stays()
    {
        var before = Foreign();
        var talk = fixture.Talk();
        await talk.ToClosingAsync(("appName", talk.AppName));
        Assert.NotNull(fixture.World.ClientIdOf(talk));

        var list = await talk.AskForAsync(talk.Person, "undo", "undo");
        await talk.Chat.PressAsync(talk.Person, list, "undo");
        var plan = await talk.Chat.SeesVerbAsync(TwoApprovers.Alex, "approve");
        Assert.Contains(talk.AppName, plan.CardFor(talk.Person)!.Text, StringComparison.Ordinal);
        Assert.NotNull((await talk.Chat.PressAsync(talk.Person, plan, "approve")).Line);
        Assert.NotNull(fixture.World.ClientIdOf(talk));
        await talk.Chat.PressAsync(TwoApprovers.Alex, plan, "approve");

        await talk.Chat.SeesAsync(m => m.Id == plan.Id && m.Card!.Verbs.All(v => v is not ("approve" or "show")), "the undo done");
        Assert.Null(fixture.World.ClientIdOf(talk));
        Assert.Equal(before, Foreign());
    }

    [Fact]
    public async Task Cancel_and_clean_up_in_the_middle_ends_the_setup_and_leaves_nothing_of_it()
    {
        var before = Foreign();
        var talk = fixture.Talk();
        await talk.ToCollectAsync(("appName", talk.AppName));

        await talk.Chat.SayAsync(talk.Person, "cancel");
        var question = await talk.Chat.SeesVerbAsync(talk.Person, "undo");
        await talk.Chat.PressAsync(talk.Person, question, "undo");
        var plan = await talk.Chat.SeesVerbAsync(TwoApprovers.Alex, "approve");
        await talk.Chat.SeesAsync(m => m.Id == talk.Progress.Id && m.Card!.Text.Contains("cancelled", StringComparison.OrdinalIgnoreCase), "the setup cancelled");
        await talk.Chat.SeesAsync(m => m.Id == talk.Step.Id && !m.Card!.Verbs.Contains("collect"), "the secret not offered any more");
        await talk.Chat.PressAsync(TwoApprovers.Alex, plan, "approve");

        await talk.Chat.SeesAsync(m => m.Id == plan.Id && m.Card!.Verbs.All(v => v is not ("approve" or "show")), "the undo done");
        Assert.Null(fixture.World.ClientIdOf(talk));
        Assert.Equal(before, Foreign());
    }

    /// <summary>Every application and service principal that is not of a test of this class.</summary>
    private string[] Foreign() => fixture.Tenant.Locked(() => fixture.Tenant.Applications.Values.Select(a => $"{a.Id} {a.DisplayName}")
        .Concat(fixture.Tenant.ServicePrincipals.Values.Select(s => $"{s.Id} {s.DisplayName}")).Where(n => !n.Contains("Marketo sync org", StringComparison.Ordinal)).Order().ToArray());
}
