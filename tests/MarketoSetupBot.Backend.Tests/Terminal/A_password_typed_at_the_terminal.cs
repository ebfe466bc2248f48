using System.Diagnostics;
using System.Text;
using MarketoSetupBot.Backend.Database;

namespace MarketoSetupBot.Backend.Tests.Terminal;

/// <summary>On a terminal of its own (<c>script</c> of util-linux makes one), where whatever is echoed would be seen.</summary>
public sealed class A_password_typed_at_the_terminal(TerminalSite terminal) : IClassFixture<TerminalSite>
{
    private const string Question = "(it is not shown): ";

    [Fact]
    public async Task Is_tried_and_not_shown()
    {
        var shown = await TypeAsync(terminal.Site.SyncPassword + "x\b\r");

        Assert.Contains("signed in  Entra accepts the password", shown, StringComparison.Ordinal);
        Assert.Contains("The probe's own secret is removed", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(terminal.Site.SyncPassword[..8], shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_not_waited_for_after_Ctrl_C()
    {
        var made = terminal.Secrets.Count;

        var shown = await TypeAsync("half of it\u0003");

        Assert.Contains("No password was given.", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("half of it", shown, StringComparison.Ordinal);
        Assert.Equal(made, terminal.Secrets.Count);
    }

    /// <returns>All that stood on the terminal.</returns>
    private async Task<string> TypeAsync(string keys)
    {
        string[] command = ["dotnet", typeof(BackendContext).Assembly.Location, "validate", .. TerminalSite.Organisation, "--probe", .. terminal.Site.Settings];
        var start = new ProcessStartInfo("script", ["-qec", string.Join(' ', command.Select(word => $"'{word}'")), "/dev/null"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = Path.GetDirectoryName(typeof(BackendContext).Assembly.Location)!,
            Environment =
            {
                ["HTTPS_PROXY"] = terminal.Site.Proxy,
                ["NO_PROXY"] = "127.0.0.1",
                ["SSL_CERT_FILE"] = terminal.Site.Root,
                ["SSL_CERT_DIR"] = "/nonexistent",
                ["LC_ALL"] = "en_GB.UTF-8",
                ["TERM"] = "dumb",
            },
        };
        using var process = Process.Start(start)!;
        var shown = new StringBuilder();
        var piece = new char[1024];
        while (await process.StandardOutput.ReadAsync(piece) is > 0 and var length)
        {
            var asked = shown.ToString().Contains(Question, StringComparison.Ordinal);
            shown.Append(piece, 0, length);
            if (asked || !shown.ToString().Contains(Question, StringComparison.Ordinal)) continue;
            await process.StandardInput.WriteAsync(keys);
            await process.StandardInput.FlushAsync();
        }
        await process.WaitForExitAsync();
        return shown.ToString();
    }
}
