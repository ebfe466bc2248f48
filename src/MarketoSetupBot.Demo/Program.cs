using MarketoSetupBot.Backend;
using MarketoSetupBot.Demo;
using MarketoSetupBot.Demo.Parts;
using MarketoSetupBot.Sandbox;

namespace MarketoSetupBot.Demo;

/// <summary>Without arguments the whole demo; with the name of a part, that part as a child of the demo.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args) => args switch
    {
        [Part.Sandbox, .. var rest] => Part.RunAsync(SandboxHost.Build(rest, LoopbackOnly.Guard)),
        [Part.Backend, .. var rest] => Part.RunAsync(BackendHost.Build(rest, LoopbackOnly.GuardAndReroute)),
        [Part.Bot, .. var rest] => Part.RunAsync(BotHost.Build(rest, LoopbackOnly.GuardAndReroute)),
        _ => DemoRun.RunAsync(args),
    };
}
