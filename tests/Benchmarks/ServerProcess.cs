using System.Diagnostics;
using System.Globalization;
using Benchmarks.Cloud;

namespace Benchmarks;

/// <summary>A measured server: this program again, with <c>serve</c>.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly HttpClient http = new();

    private ServerProcess(Process process, Uri address, string token)
    {
        this.process = process;
        Address = address;
        Token = token;
    }

    public Uri Address { get; }

    public string Token { get; }

    public static async Task<ServerProcess> StartAsync(string server, FakeCloud cloud)
    {
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["serve", server, cloud.Address.ToString()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"{server} did not start.");
        return new ServerProcess(process, new Uri(line), cloud.Token());
    }

    public async Task<(double CpuMicroseconds, long Allocated, long Resident, long Compiled)> StatsAsync()
    {
        var parts = (await http.GetStringAsync(new Uri(Address, "/stats"))).Split(' ');
        long Part(int index) => long.Parse(parts[index], CultureInfo.InvariantCulture);
        return (Part(0), Part(1), Part(2), Part(3));
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
        http.Dispose();
    }
}
