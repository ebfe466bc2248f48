using Benchmarks.Cloud;
using Benchmarks.Servers;

namespace Benchmarks;

/// <summary>
/// <c>dotnet run -c Release --project tests/Benchmarks [seconds per cell] [servers]</c> prints the table, <c>cold</c> the cold starts alone. With <c>serve</c> it is one of the
/// measured servers, in a process of its own, so that CPU, allocation and memory are the server's alone.
/// </summary>
internal static class Program
{
    private static async Task Main(string[] args)
    {
        if (args is ["serve", var server, var cloud])
        {
            await Served.RunAsync(server, new Uri(cloud));
            return;
        }

        if (args is ["cold"])
        {
            await using var nearby = await FakeCloud.StartAsync();
            await new Comparison(nearby, TimeSpan.Zero).StartAsync(Console.Out);
            return;
        }

        var seconds = args is [var text, ..] ? double.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : 4;
        await using var microsoft = await FakeCloud.StartAsync();
        await new Comparison(microsoft, TimeSpan.FromSeconds(seconds), args is [_, .. { Length: > 0 } servers] ? servers : null).RunAsync(Console.Out);
    }
}
