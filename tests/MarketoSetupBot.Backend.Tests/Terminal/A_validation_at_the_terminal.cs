using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests.Terminal;

/// <summary>The same results as in the thread, for an operator's eyes and for a script.</summary>
public sealed class A_validation_at_the_terminal(TerminalSite terminal) : IClassFixture<TerminalSite>
{
    [Fact]
    public async Task Ends_with_0_when_nothing_is_broken_and_has_every_check_in_the_document()
    {
        var called = await terminal.ValidateAsync();

        Assert.Equal((0, ""), (called.Code, called.Error));
        var json = called.Json;
        Assert.Equal(CheckIds.All, json["checks"]!.AsArray().Select(c => c!["id"]!.GetValue<string>()));
        Assert.Equal((Contoso.OrganizationHost, 0), (json["organisation"]!.GetValue<string>(), json["exitCode"]!.GetValue<int>()));
        Assert.Equal(CheckIds.All.Count, json["counts"]!.AsObject().Sum(count => count.Value!.GetValue<int>()));
        Assert.Equal(0, json["counts"]!["failed"]!.GetValue<int>());
        var audience = json["checks"]!.AsArray().Single(c => c!["id"]!.GetValue<string>() == CheckIds.Audience)!;
        Assert.Equal("passed", audience["state"]!.GetValue<string>());
        Assert.StartsWith("GET /v1.0/applications", audience["evidence"]![0]!["source"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.True(audience["evidence"]![0]!["at"]!.GetValue<DateTimeOffset>() > DateTimeOffset.UtcNow.AddMinutes(-5));
        Assert.Null(json["probe"]);
    }

    [Fact]
    public async Task Ends_with_1_when_something_is_broken_and_says_what_to_do_in_the_table()
    {
        var before = Disable(true);
        try
        {
            var called = await terminal.CallAsync(TerminalSite.Organisation);

            Assert.Equal((1, ""), (called.Code, called.Error));
            var lines = called.Output.Split('\n');
            var at = Array.FindIndex(lines, line => line.StartsWith("broken", StringComparison.Ordinal));
            Assert.True(at > 0, called.Output);
            Assert.Contains(lines[at..], line => line.StartsWith("    What it means:", StringComparison.Ordinal));
            Assert.Contains(lines[at..], line => line.StartsWith("    What to do:", StringComparison.Ordinal));
            Assert.Contains(lines[at..], line => line.StartsWith("    Open in the portal: https://entra.microsoft.com/", StringComparison.Ordinal));
            Assert.Contains(lines[at..], line => line.StartsWith("    Read: GET /v1.0/", StringComparison.Ordinal));
            Assert.Matches($"^{CheckIds.All.Count} checks: \\d+ good, \\d+ to look at, [1-9]\\d* broken, \\d+ not checked\\.$", lines[^2]);
        }
        finally
        {
            Disable(!before);
        }
    }

    [Fact]
    public async Task Ends_with_2_when_Microsoft_does_not_answer()
    {
        var called = await terminal.CallAsync([.. TerminalSite.Organisation, "--json"], proxy: "http://127.0.0.1:9");

        Assert.Equal(2, called.Code);
        Assert.Equal(0, called.Json["counts"]!["passed"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("--org")]
    [InlineData("--org", "https://contoso.crm.dynamics.com", "--colour")]
    [InlineData("--org", "https://contoso.crm.dynamics.com", "--password-stdin")]
    [InlineData("--org", "http://127.0.0.1/")]
    [InlineData("--org", "https://fabrikam.crm.dynamics.com")]
    public async Task Ends_with_2_and_a_sentence_when_it_is_not_understood_or_there_is_nothing_to_look_at(params string[] args)
    {
        var called = await terminal.CallAsync(args);

        Assert.Equal((2, ""), (called.Code, called.Output));
        Assert.NotEmpty(called.Error.Trim());
        Assert.DoesNotContain("   at ", called.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "zh_CN.UTF-8")]
    [InlineData("zh", "en_GB.UTF-8")]
    public async Task Speaks_Chinese_to_whoever_reads_it(string? asked, string terminalLanguage)
    {
        var called = await terminal.CallAsync([.. TerminalSite.Organisation, .. asked is null ? Array.Empty<string>() : ["--lang", asked]], language: terminalLanguage);

        Assert.Contains("项检查", called.Output, StringComparison.Ordinal);
        Assert.Contains("正常", called.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_in_the_audit_with_the_account_that_asked()
    {
        await terminal.ValidateAsync();

        Assert.Contains("operator:" + Environment.UserName, await terminal.StoredAsync(), StringComparison.Ordinal);
    }

    private bool Disable(bool disabled) => terminal.Site.Tenant.Locked(() =>
    {
        var user = terminal.Site.Tenant.Users[Contoso.SyncUser.ObjectId];
        terminal.Site.Tenant.Users[user.Id] = user with { AccountEnabled = !disabled };
        return disabled;
    });
}
