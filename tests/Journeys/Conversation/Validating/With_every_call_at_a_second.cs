using System.Diagnostics;
using Journeys.TeamsClient;
using MarketoSetupBot.Sandbox;
using MarketoSetupBot.Sandbox.Control;
using MarketoSetupBot.Sandbox.World;
using Xunit;
using Xunit.Abstractions;

namespace Journeys.Conversation.Validating;

/// <summary>
/// Not timed, because a busy machine is no fault: what is asserted is what comes before what, and the seconds are printed. <c>docs/tests.md</c> has those of
/// an idle machine.
/// </summary>
public sealed class With_every_call_at_a_second(ITestOutputHelper output)
{
    /// <summary>Microsoft's own: what a validation reads, and what signs people and services in.</summary>
    private static readonly string[] Providers = [SandboxHosts.Login, SandboxHosts.Graph, Contoso.OrganizationHost];

    [Theory]
    [InlineData("providers")]
    [InlineData("everything, Teams and its sign-in included")]
    public async Task The_first_results_come_before_the_last_and_none_is_missing(string slow)
    {
        await using var world = await World.StartAsync();
        using var told = new Told(world, output);
        var talk = new SetupTalk(world.Teams.NewThread(), TeamsPerson.Alex) { Organisation = "https://" + Contoso.OrganizationHost };
        await talk.ToClosingAsync(("appName", talk.AppName));
        await talk.Chat.SeesAsync(m => m.Card?.Verbs.Contains("validation.details") == true, "the proof at the end of the setup");
        using var control = new SandboxControl(world.SandboxUrl);
        foreach (var host in slow is "providers" ? Providers : new string?[] { null })
            await control.AddFaultAsync(new Fault { Kind = FaultKind.Delay, Host = host, DelaySeconds = 1, Times = int.MaxValue });
        var before = talk.Chat.Messages.Count;

        var started = Stopwatch.GetTimestamp();
        var said = talk.Chat.SayAsync(talk.Person, "validate sync");
        var first = await talk.Chat.SeesAsync(m => talk.Chat.Messages.Skip(before).Contains(m) && m.Card is not null, "the first results");
        var (firstAfter, firstText) = (Stopwatch.GetElapsedTime(started), first.Card!.Text);
        var last = await talk.Chat.SeesAsync(m => m.Id == first.Id && m.Card!.Verbs.Contains("validation.details"), "all results");
        var lastAfter = Stopwatch.GetElapsedTime(started);
        await said;
        await control.ClearFaultsAsync();

        output.WriteLine($"{slow}: first results after {firstAfter.TotalSeconds:0.0} s, all after {lastAfter.TotalSeconds:0.0} s\n{firstText}\n--\n{last.Card!.Text}");
        Assert.DoesNotContain("did not answer", last.Card!.Text, StringComparison.Ordinal);
        Assert.NotEqual(firstText, last.Card.Text);
    }
}
