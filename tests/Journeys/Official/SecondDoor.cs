using System.Net;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MarketoSetupBot.Sandbox;
using Microsoft.Extensions.Logging;
using Tests.Shared;

namespace Journeys.Official;

/// <summary>
/// Compiled with the official packages only. They read the Bot Framework's signing keys with an <see cref="HttpClient"/> of their own, which no handler of a
/// test reaches: it comes in by the sandbox's second door, a proxy whose root this process and its children trust. All sandboxes of a
/// process sign with the same keys, so one door serves them all.
/// </summary>
internal static partial class SecondDoor
{
    [ModuleInitializer]
    internal static void Open()
    {
        var door = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        var root = Path.Combine(Directory.CreateTempSubdirectory("marketo-setup-bot-").FullName, "root.pem");
        var sandbox = SandboxHost.Build(
            [$"--Urls=http://127.0.0.1:{FreePort.Next()}", $"--Sandbox:ProxyUrl={door}", $"--Sandbox:ProxyRoot={root}"], builder => builder.Logging.ClearProviders());
        sandbox.StartAsync().GetAwaiter().GetResult();

        HttpClient.DefaultProxy = new WebProxy(door, BypassOnLocal: true);
        foreach (var (name, value) in new[] { ("HTTPS_PROXY", door.ToString()), ("NO_PROXY", "127.0.0.1"), ("SSL_CERT_FILE", root), ("SSL_CERT_DIR", "/nonexistent") })
        {
            Environment.SetEnvironmentVariable(name, value);
            // OpenSSL asks the C library, which .NET's own copy of the environment does not reach.
            _ = SetNative(name, value, 1);
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetNative(string name, string value, int overwrite);
}
