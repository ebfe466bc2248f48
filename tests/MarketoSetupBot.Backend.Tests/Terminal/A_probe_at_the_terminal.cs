using System.Diagnostics;
using System.Text.Json.Nodes;
using MarketoSetupBot.Backend.Delivery;
using MarketoSetupBot.Backend.Tests.Tenant;
using MarketoSetupBot.Sandbox;
using MarketoSetupBot.Sandbox.World;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MarketoSetupBot.Backend.Tests.Terminal;

/// <summary>One real sign-in with a secret that was never there before and is not there afterwards.</summary>
public sealed class A_probe_at_the_terminal : IClassFixture<TerminalSite>
{
    private readonly TerminalSite terminal;

    public A_probe_at_the_terminal(TerminalSite terminal)
    {
        this.terminal = terminal;
        // A refused sign-in of another test would be a finding of this one.
        terminal.Site.Tenant.Locked(() => terminal.Site.Tenant.SignIns.RemoveAll(_ => true));
    }

    [Fact]
    public async Task Signs_in_with_the_right_password_and_leaves_no_secret_behind()
    {
        var before = KeyIds();

        var called = await terminal.ProbeAsync(terminal.Site.SyncPassword);

        Assert.Equal(0, called.Code);
        Assert.Equal("signedIn", Probe(called)["outcome"]!.GetValue<string>());
        Assert.True(Probe(called)["secretRemoved"]!.GetValue<bool>());
        await AssertNothingLeakedAsync(called, terminal.Site.SyncPassword, before);
    }

    [Fact]
    public async Task Tells_a_wrong_password_by_its_code_and_tries_it_once()
    {
        var (before, password) = (KeyIds(), "wrong-" + Guid.NewGuid());

        var called = await terminal.ProbeAsync(password);

        Assert.Equal(1, called.Code);
        Assert.Equal(("refused", 50126), (Probe(called)["outcome"]!.GetValue<string>(), Probe(called)["aadsts"]!.GetValue<int>()));
        Assert.NotEmpty(Probe(called)["remedy"]!.AsArray());
        Assert.Equal(1, State().Failures);
        await AssertNothingLeakedAsync(called, password, before);
        SetState(s => s with { Failures = 0 });
    }

    [Fact]
    public async Task Tells_that_a_second_factor_is_wanted()
    {
        var before = KeyIds();
        SetState(s => s with { PerUserMfa = true });
        try
        {
            var called = await terminal.ProbeAsync(terminal.Site.SyncPassword);

            Assert.Equal((1, 50076), (called.Code, Probe(called)["aadsts"]!.GetValue<int>()));
            await AssertNothingLeakedAsync(called, terminal.Site.SyncPassword, before);
        }
        finally
        {
            SetState(s => s with { PerUserMfa = false });
        }
    }

    [Fact]
    public async Task Takes_no_password_from_a_pipe_that_nobody_spoke_of()
    {
        var called = await terminal.CallAsync([.. TerminalSite.Organisation, "--probe"], "a password\n");

        Assert.Equal((2, ""), (called.Code, called.Output));
        Assert.Contains("--password-stdin", called.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_no_password_from_the_command_line_and_does_not_repeat_it()
    {
        var called = await terminal.CallAsync([.. TerminalSite.Organisation, "--probe", "--password=hunter2"]);

        Assert.Equal(2, called.Code);
        Assert.DoesNotContain("hunter2", called.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Makes_no_secret_when_no_password_is_given()
    {
        var made = terminal.Secrets.Count;

        var called = await terminal.ProbeAsync("");

        Assert.Equal((2, "notMade"), (called.Code, Probe(called)["outcome"]!.GetValue<string>()));
        Assert.Equal(made, terminal.Secrets.Count);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Removes_its_secret_when_it_is_interrupted(string signal)
    {
        var before = KeyIds();
        Process? process = null;
        terminal.AtTheSecret = gone => InterruptAsync(process!, signal, gone);
        try
        {
            var called = await terminal.ProbeAsync(terminal.Site.SyncPassword, p => process = p);

            Assert.Equal(2, called.Code);
            Assert.Equal("notMade", Probe(called)["outcome"]!.GetValue<string>());
            Assert.Equal(before, KeyIds());
        }
        finally
        {
            terminal.AtTheSecret = null;
        }
    }

    [Fact]
    public async Task Leaves_its_secret_to_the_sweep_when_it_is_killed()
    {
        var before = KeyIds();
        Process? process = null;
        terminal.AtTheSecret = _ =>
        {
            process!.Kill();
            return Task.CompletedTask;
        };
        try
        {
            var called = await terminal.ProbeAsync(terminal.Site.SyncPassword, p => process = p);
            Assert.Equal("", called.Output);
        }
        finally
        {
            terminal.AtTheSecret = null;
        }
        var left = Assert.Single(KeyIds().Except(before));

        await SweepAsync(after: TimeSpan.FromMinutes(4));
        Assert.Contains(left, KeyIds());
        await SweepAsync(after: TimeSpan.FromMinutes(6));
        Assert.Equal(before, KeyIds());
        // Once more in the night, for what Entra shows late: nothing is there, and there is no run to tell.
        await SweepAsync(after: TimeSpan.FromHours(25));
        Assert.Equal(before, KeyIds());
    }

    /// <summary>What the running backend does every half minute, at a later hour.</summary>
    private async Task SweepAsync(TimeSpan after)
    {
        var clock = new ManualClock();
        clock.Advance(after);
        await using var backend = BackendHost.Build([.. terminal.Site.Settings], builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(clock);
            builder.Services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(() => new SandboxReroute(terminal.Site.SandboxUrl)));
        });
        await backend.Services.GetRequiredService<OrphanedSecrets>().SweepAsync(default);
    }

    private async Task AssertNothingLeakedAsync(Called called, string password, Guid[] before)
    {
        Assert.Equal(before, KeyIds());
        var stored = await terminal.StoredAsync();
        Assert.NotEmpty(terminal.Secrets);
        foreach (var secret in terminal.Secrets.Append(password))
        {
            Assert.DoesNotContain(secret, called.All, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, stored, StringComparison.Ordinal);
        }
    }

    private static JsonNode Probe(Called called) => called.Json["probe"]!;

    private Guid[] KeyIds() => [.. terminal.App.PasswordCredentials.Select(c => c.KeyId).Order()];

    private SignInState State() => terminal.Site.Tenant.Locked(() => terminal.Site.Tenant.SignInStates[Contoso.SyncUser.ObjectId]);

    private void SetState(Func<SignInState, SignInState> change) =>
        terminal.Site.Tenant.Locked(() => terminal.Site.Tenant.SignInStates[Contoso.SyncUser.ObjectId] = change(State()));

    /// <summary>Ctrl-C or a polite kill, and no answer to the creation before it has been heard.</summary>
    private static async Task InterruptAsync(Process process, string signal, CancellationToken gone)
    {
        using var kill = Process.Start("sh", ["-c", $"kill -{signal} {process.Id}"]);
        await kill.WaitForExitAsync(CancellationToken.None);
        var heard = new TaskCompletionSource();
        await using var hangingUp = gone.Register(heard.SetResult);
        await heard.Task.WaitAsync(TimeSpan.FromSeconds(20), CancellationToken.None);
    }
}
