using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MarketoSetupBot.Sandbox.Tests.BotService;

/// <summary>A web server of the test: stands for the bot, or for a Teams client. Remembers what it was sent.</summary>
public sealed class TeamsWorld : IAsyncDisposable
{
    private readonly WebApplication app;

    private TeamsWorld(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            Requests.Enqueue(new(context.Request.Method, context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget,
                context.Request.Headers.Authorization.ToString(), body.Length == 0 ? null : JsonNode.Parse(body)));
            await answer(context);
        });
    }

    public ConcurrentQueue<Received> Requests { get; } = new();
    public Uri Address => new(app.Urls.First());

    public static async Task<TeamsWorld> StartAsync(Func<HttpContext, Task> answer)
    {
        var world = new TeamsWorld(answer);
        await world.app.StartAsync();
        return world;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    public sealed record Received(string Method, string Target, string Authorization, JsonNode? Body);
}
