using System.Diagnostics.CodeAnalysis;

namespace MarketoSetupBot.Demo.Parts;

/// <summary>One service of the demo, in a process of its own.</summary>
internal static class Part
{
    public const string Sandbox = "sandbox";
    public const string Backend = "backend";
    public const string Bot = "bot";

    /// <summary>Runs until the demo ends: its end of our standard input closes, even when it was killed.</summary>
    public static async Task<int> RunAsync(WebApplication app)
    {
        _ = Task.Run(() => StopWhenOrphaned(app));
        await app.RunAsync();
        return 0;
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever ends the pipe, the demo is gone.")]
    private static void StopWhenOrphaned(WebApplication app)
    {
        try
        {
            using var input = Console.OpenStandardInput();
            while (input.ReadByte() >= 0)
            {
                // The demo writes nothing; only the end of the pipe means something.
            }
        }
        catch (Exception)
        {
            // An input that cannot be read is an input that ended.
        }

        app.Lifetime.StopApplication();
    }
}
