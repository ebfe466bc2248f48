using Journeys.TeamsClient;
using Xunit;
using Xunit.Abstractions;

namespace Journeys.Conversation;

public sealed class One_setup(ITestOutputHelper output)
{
    [Fact]
    public async Task Goes_from_the_first_word_to_the_closing_card_in_a_personal_chat()
    {
        await using var world = await World.StartAsync();
        using var told = new Told(world, output);
        var alex = TeamsPerson.Alex;
        var chat = world.Teams.PersonalChat(alex);

        await chat.SayAsync(alex, "set up");
        var begin = await chat.SeesVerbAsync(alex, "begin");
        await chat.PressAsync(alex, begin, "begin");
        var step = await chat.SeesVerbAsync(alex, "details.send");
        Assert.NotEqual(begin.Id, step.Id);

        await chat.PressAsync(alex, step, "details.send",
            ("organisationUrl", "https://contoso.crm.dynamics.com"), ("syncUser", "marketo.sync@contoso.onmicrosoft.com"));
        await chat.SeesVerbAsync(alex, "approve");
        await chat.PressAsync(alex, step, "approve");
        await chat.SeesVerbAsync(alex, "collect");
        var handedOut = await chat.PressAsync(alex, step, "collect");
        Assert.NotNull(handedOut.Card);
        await chat.PressAsync(alex, step, "copied");

        for (var act = 0; act < 6; act++)
        {
            var card = await chat.SeesVerbAsync(alex, "marketo.done");
            await chat.PressAsync(alex, card, "marketo.done");
        }

        await chat.SeesTextAsync(alex, "validate sync");
    }
}
