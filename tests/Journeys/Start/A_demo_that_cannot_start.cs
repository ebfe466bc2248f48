using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Journeys.Browser;

namespace Journeys.Start;

/// <summary>What a person at the terminal reads when the demo cannot run: one sentence that says what to do.</summary>
public sealed class A_demo_that_cannot_start
{
    [Fact]
    public async Task Names_the_port_that_is_taken()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var (code, sentence) = await RunAsync([$"--Ports:Bot={port}"]);

        Assert.Equal(1, code);
        Assert.Equal($"Port {port} is in use by another program; stop that one, or choose another port with --Ports:Bot=<number>.", sentence);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("many")]
    [InlineData("70000")]
    public async Task Refuses_a_port_that_is_none(string port)
    {
        var (code, sentence) = await RunAsync([$"--Ports:Sandbox={port}"]);

        Assert.Equal(1, code);
        Assert.Equal($"\"{port}\" is not a port; give --Ports:Sandbox a number from 1 to 65535.", sentence);
    }

    [Fact]
    public async Task Wants_no_real_credentials()
    {
        var (code, sentence) = await RunAsync([], ("Entra__ClientSecret", "a real one"));

        Assert.Equal(1, code);
        Assert.StartsWith("The environment variable Entra__ClientSecret looks like a real credential", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("a real one", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_Node_is_missing()
    {
        var (code, sentence) = await RunAsync([.. DemoProcess.FreePortArguments()], ("PATH", Directory.CreateTempSubdirectory().FullName));

        Assert.Equal(1, code);
        Assert.Equal("Node.js is not installed; install version 20 or newer from https://nodejs.org and try again.", sentence);
    }

    [Fact]
    public async Task Says_that_npm_is_missing()
    {
        var node = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "node")).First(File.Exists);
        var path = Directory.CreateTempSubdirectory();
        File.CreateSymbolicLink(Path.Combine(path.FullName, "node"), node);

        var (code, sentence) = await RunAsync([.. DemoProcess.FreePortArguments()], ("PATH", path.FullName), ("XDG_DATA_HOME", path.FullName));

        Assert.Equal(1, code);
        Assert.StartsWith("npm is not installed;", sentence, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Sentence)> RunAsync(string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [Path.Combine(AppContext.BaseDirectory, "MarketoSetupBot.Demo.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var demo = Process.Start(start)!;
        var output = demo.StandardOutput.ReadToEndAsync();
        var sentence = await demo.StandardError.ReadToEndAsync();
        await output;
        await demo.WaitForExitAsync();
        return (demo.ExitCode, sentence.Trim());
    }
}
