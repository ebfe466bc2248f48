using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Connector.Rest;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace BotFramework.Tests.Cloud;

/// <summary>What Microsoft's hosts were asked.</summary>
internal sealed record Asked(string Method, string Host, string RawTarget, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>
/// The Bot Framework over real HTTP on loopback: its signing keys, the bot's token endpoint, the connector and the token
/// service. Answers of the last two are queued by the test; without one, a POST or PUT is answered 201 with an id.
/// </summary>
internal sealed class MicrosoftCloud : IAsyncDisposable
{
    public const string AppId = "c0a8e6d4-5b1f-4f0e-8a37-9d2b64f7e021";
    public const string Tenant = "7d1c9a52-4b0e-4f57-9a63-2c8e5b1f0a11";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";

    private readonly WebApplication web;

    private MicrosoftCloud(WebApplication web)
    {
        this.web = web;
        web.Run(AnswerAsync);
    }

    public QuickTime Time { get; } = new();

    public BotFrameworkKeys Keys { get; } = new();

    public ConcurrentQueue<Asked> Requests { get; } = new();

    public ConcurrentQueue<Func<HttpResponse, Task>> Answers { get; } = new();

    /// <summary>The way to this cloud, whatever host is meant.</summary>
    public IHttpClientFactory Http => new Loopback(new Uri(web.Urls.Single()));

    public IEnumerable<Asked> To(string host) => Requests.Where(request => request.Host == host);

    public static async Task<MicrosoftCloud> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var cloud = new MicrosoftCloud(builder.Build());
        await cloud.web.StartAsync();
        return cloud;
    }

    /// <summary>The bot's authentication, over this cloud and its clock.</summary>
    public ConfigurationBotFrameworkAuthentication Authentication(AuthenticationConfiguration? also = null, ILogger? logger = null) =>
        new(Settings(), null, also, Http, logger, new RetryRhythm(Time, () => 0.5));

    public static IConfiguration Settings() => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["MicrosoftAppType"] = "SingleTenant",
        ["MicrosoftAppId"] = AppId,
        ["MicrosoftAppPassword"] = "the bot's own secret",
        ["MicrosoftAppTenantId"] = Tenant,
    }).Build();

    public void Answer(int status, string body = "", params (string Name, string Value)[] headers) => Answers.Enqueue(response =>
    {
        response.StatusCode = status;
        foreach (var (name, value) in headers)
            response.Headers[name] = value;
        return body.Length == 0 ? Task.CompletedTask : response.WriteAsync(body);
    });

    public ValueTask DisposeAsync() => web.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var target = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var asked = new Asked(context.Request.Method, context.Request.Host.Host, target, headers, await reader.ReadToEndAsync());
        Requests.Enqueue(asked);
        await (asked.Host switch
        {
            "login.botframework.com" => Keys.AnswerAsync(context.Response, target),
            "login.microsoftonline.com" => context.Response.WriteAsJsonAsync(new { token_type = "Bearer", expires_in = 3600, access_token = $"bot-token-{To("login.microsoftonline.com").Count()}" }),
            _ when Answers.TryDequeue(out var answer) => answer(context.Response),
            _ => context.Response.WriteAsJsonAsync(new { id = "1795338074671" }),
        });
    }
}
