using Journeys.TeamsClient;
using MarketoSetupBot.Sandbox.World;
using Xunit;
using Xunit.Abstractions;

namespace Journeys.Conversation.Validating;

public sealed class At_the_end_of_a_setup(ITestOutputHelper output)
{
    [Fact]
    public async Task The_thread_gets_the_proof_once_although_nobody_asked()
    {
        await using var world = await World.StartAsync();
        using var told = new Told(world, output);
        var talk = new SetupTalk(world.Teams.NewThread(), TeamsPerson.Alex) { Organisation = "https://" + Contoso.OrganizationHost };
        await talk.ToClosingAsync(("appName", talk.AppName));

        var proof = await talk.Chat.SeesAsync(IsResult, "the proof");

        Assert.Contains(Contoso.OrganizationHost, proof.Card!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("asked by", proof.Card.Text, StringComparison.Ordinal);
        // The job looks every twenty seconds; the next message is what somebody asked for.
        world.Clock.Forward(TimeSpan.FromMinutes(2));
        await talk.Chat.SayAsync(talk.Person, "validate sync");
        await talk.Chat.SeesAsync(m => IsResult(m) && m.Card!.Text.Contains("asked by Alex Wilber", StringComparison.Ordinal), "what was asked for");
        Assert.Equal(2, talk.Chat.Messages.Count(IsResult));
    }

    private static bool IsResult(TeamsMessage message) => message.Card?.Verbs.Contains("validation.details") == true;
}
