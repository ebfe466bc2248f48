using Journeys.TeamsClient;
using Xunit;

namespace Journeys.Conversation;

public sealed class Two_setups_of_one_organisation(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    [Fact]
    public async Task Join_goes_on_with_the_open_one_here()
    {
        var first = fixture.Talk();
        await first.ToPlanAsync();
        var second = new SetupTalk(fixture.World.Teams.NewThread(), TeamsPerson.Alex) { Organisation = first.Organisation };
        await second.BeginAsync();

        var inTheWay = await second.SendDetailsAsync();
        Assert.Contains("join", inTheWay.Card!.Verbs);
        var joined = await second.PressAsync("join");

        Assert.Contains("approve", joined.Card!.Verbs);
        Assert.Contains(new Uri(first.Organisation).Host, second.Progress.CardFor(second.Person)!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replace_goes_on_with_what_was_typed_and_ends_the_open_one()
    {
        var first = fixture.Talk();
        await first.ToPlanAsync();
        var second = new SetupTalk(fixture.World.Teams.NewThread(), TeamsPerson.Alex) { Organisation = first.Organisation };
        await second.BeginAsync();
        await second.SendDetailsAsync(("appName", "The newer one"));

        await second.PressAsync("replace");

        await second.SeesStepAsync("approve");
        await second.SeesAsync("The newer one");
        await first.SeesAsync("cancelled");
    }
}
