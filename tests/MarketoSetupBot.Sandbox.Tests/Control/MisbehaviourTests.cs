using System.Net;
using MarketoSetupBot.Sandbox.Control;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Sandbox.Tests.Control;

/// <summary>The cloud as it is on a bad day.</summary>
public sealed class MisbehaviourTests(Sandbox sandbox) : IClassFixture<Sandbox>, IAsyncLifetime
{
    public Task InitializeAsync() => sandbox.Control.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_fault_meets_as_many_requests_as_it_was_told()
    {
        await sandbox.Control.AddFaultAsync(new Fault { Kind = FaultKind.Throttled, Host = SandboxHosts.Graph, Method = "GET", Path = "/domains$", Times = 2, RetryAfterSeconds = 7 });

        var first = (await sandbox.GraphAsync(HttpMethod.Get, "domains")).Response;
        var second = (await sandbox.GraphAsync(HttpMethod.Get, "domains")).Response;
        var third = (await sandbox.GraphAsync(HttpMethod.Get, "domains")).Response;

        Assert.Equal((429, 429, 200), ((int)first.StatusCode, (int)second.StatusCode, (int)third.StatusCode));
        Assert.Equal(TimeSpan.FromSeconds(7), first.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task A_fault_can_let_requests_through_first()
    {
        await sandbox.Control.AddFaultAsync(new Fault { Kind = FaultKind.Unavailable, Path = "/domains", After = 1 });

        var first = (await sandbox.GraphAsync(HttpMethod.Get, "domains")).Response;
        var second = (await sandbox.GraphAsync(HttpMethod.Get, "domains")).Response;

        Assert.Equal((200, 503), ((int)first.StatusCode, (int)second.StatusCode));
        Assert.Null(second.Headers.RetryAfter);
    }

    [Fact]
    public async Task A_lost_response_has_done_the_work()
    {
        await sandbox.Control.AddFaultAsync(new Fault { Kind = FaultKind.LostResponse, Method = "POST", Path = "/applications$" });

        await Assert.ThrowsAsync<HttpRequestException>(() => sandbox.GraphAsync(HttpMethod.Post, "applications", MarketoApp.Wanted("Lost")));

        var (_, found) = await sandbox.GraphAsync(HttpMethod.Get, "applications?$filter=displayName eq 'Lost'");
        Assert.Single(found!["value"]!.AsArray());
    }

    [Fact]
    public async Task A_new_object_is_missing_until_the_directory_has_caught_up()
    {
        await sandbox.Control.SetReplicationLagAsync(TimeSpan.FromSeconds(20));
        var (_, app) = await sandbox.GraphAsync(HttpMethod.Post, "applications", MarketoApp.Wanted());

        var (read, _) = await sandbox.GraphAsync(HttpMethod.Get, "applications/" + app!["id"]);
        var (dependant, _) = await sandbox.GraphAsync(HttpMethod.Post, "servicePrincipals", new { appId = app["appId"]!.ToString() });
        sandbox.Clock.Advance(TimeSpan.FromSeconds(21));
        var (later, _) = await sandbox.GraphAsync(HttpMethod.Post, "servicePrincipals", new { appId = app["appId"]!.ToString() });

        Assert.Equal((404, 403, 201), ((int)read.StatusCode, (int)dependant.StatusCode, (int)later.StatusCode));
    }

    [Fact]
    public async Task The_journal_has_method_path_and_status_and_forgets_on_request()
    {
        await MarketoApp.SetUpAsync(sandbox);

        var journal = await sandbox.Control.JournalAsync();
        await sandbox.Control.ClearJournalAsync();

        Assert.Equal(4, journal.Count(entry => entry.IsWrite));
        Assert.Contains(journal, entry => entry is { Method: "POST", Path: "/v1.0/servicePrincipals", Status: 201 });
        Assert.Contains(journal, entry => entry.Path == $"/v1.0/servicePrincipals(appId='{WellKnown.DynamicsAppId}')");
        Assert.Empty(await sandbox.Control.JournalAsync());
    }

    [Fact]
    public async Task An_unknown_role_is_refused_with_a_sentence()
    {
        var refused = await Assert.ThrowsAsync<SandboxControlException>(() => sandbox.Control.SetRolesAsync(Contoso.Megan, "Emperor"));

        Assert.Contains("Emperor", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "192.0.2.1")]
    [InlineData("Origin", "https://attacker.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task A_request_that_somebody_else_caused_is_refused(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(sandbox.Address, "/control/reset"));
        request.Headers.Add(header, value);
        using var response = await sandbox.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task The_control_api_is_not_under_a_simulated_host()
    {
        using var response = await sandbox.Http.PostAsync("https://login.microsoftonline.com/control/reset", null);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task The_reroute_lets_nothing_out()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => sandbox.Http.GetAsync("https://example.com/"));
    }
}
