using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests.Terminal;

/// <summary>Somebody stopped all writes, and the secret of a probe would be one.</summary>
public sealed class A_probe_while_writes_are_stopped(TerminalSite terminal) : IClassFixture<TerminalSite>
{
    [Fact]
    public async Task Makes_no_secret_says_why_and_shows_the_checks_all_the_same()
    {
        await terminal.Site.RestartAsync();
        _ = (await terminal.Site.SendAsync<HaltStateView>(Contoso.Alex, HttpMethod.Post, HaltRoutes.Halt, new HaltRequest("Something looks wrong"))).Value;
        terminal.Site.Backend.Kill();
        await terminal.Site.Backend.GoneAsync();
        var (before, made) = (terminal.App.PasswordCredentials.Count, terminal.Secrets.Count);

        var called = await terminal.ProbeAsync(terminal.Site.SyncPassword);

        Assert.Equal(2, called.Code);
        Assert.Equal("notMade", called.Json["probe"]!["outcome"]!.GetValue<string>());
        Assert.Contains("resume in Teams", called.Output, StringComparison.Ordinal);
        Assert.Equal(CheckIds.All.Count, called.Json["checks"]!.AsArray().Count);
        Assert.Equal((before, made), (terminal.App.PasswordCredentials.Count, terminal.Secrets.Count));
    }
}
