using System.Diagnostics;
using System.Runtime;
using Benchmarks.Cloud;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Benchmarks.Servers;

/// <summary>One measured server in a process of its own. Its first line of output is its address; it ends with its input.</summary>
internal static class Served
{
    public static async Task RunAsync(string server, Uri cloud)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddHttpClient();
        builder.Services.ConfigureHttpClientDefaults(client => client.RemoveAllLoggers().AddHttpMessageHandler(() => new ToFakeCloud(cloud)));
        if (server != "floor") Bots.Add(builder, server);
        await using var app = builder.Build();
        if (server == "floor")
            app.MapPost("/api/messages", new Floor(app.Services.GetRequiredService<IHttpClientFactory>()).AnswerAsync);
        else
            Bots.Map(app);
        app.MapGet("/stats", Stats);
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        await Console.In.ReadLineAsync();
    }

    private static IResult Stats()
    {
        using var process = Process.GetCurrentProcess();
        return Results.Text(string.Join(
            ' ',
            process.TotalProcessorTime.TotalMicroseconds.ToString("F0", System.Globalization.CultureInfo.InvariantCulture),
            GC.GetTotalAllocatedBytes(precise: true),
            process.WorkingSet64,
            JitInfo.GetCompiledMethodCount()));
    }
}
