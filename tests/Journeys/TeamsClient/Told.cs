using Xunit.Abstractions;

namespace Journeys.TeamsClient;

/// <summary>At the end of a test, tells what bot and backend complained about and what Teams was answered.</summary>
internal sealed class Told(World world, ITestOutputHelper output) : IDisposable
{
    public void Dispose()
    {
        output.WriteLine(world.Log.Trouble);
        // The whole log, where somebody wants to read it: JOURNEY_LOG=journey.log dotnet test ...
        if (Environment.GetEnvironmentVariable("JOURNEY_LOG") is { } file) File.WriteAllLines(file, world.Log.Lines);
        foreach (var answer in world.Teams.Answers) output.WriteLine($"{(int)answer.Http} {answer.Status} {answer.Type} {answer.Line ?? answer.Card?.Text.Replace('\n', ' ')}");
    }
}
