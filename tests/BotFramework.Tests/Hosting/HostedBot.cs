using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Rest;
using Newtonsoft.Json.Linq;

namespace BotFramework.Tests.Hosting;

/// <summary>A bot behind Kestrel, and the channel that it answers to behind another.</summary>
internal sealed class HostedBot : IAsyncDisposable
{
    public const string GoodHeader = "Bearer good";
    private readonly WebApplication bot;
    private readonly WebApplication channel;
    private readonly HttpClient http = new();

    private HostedBot(WebApplication bot, WebApplication channel, CloudAdapter adapter)
    {
        (this.bot, this.channel, Adapter) = (bot, channel, adapter);
        Address = new Uri(bot.Urls.Single() + "/api/messages");
        ServiceUrl = channel.Urls.Single() + "/";
    }

    public CloudAdapter Adapter { get; }

    public Uri Address { get; }

    public string ServiceUrl { get; }

    /// <summary>What the bot sent to the channel: method, decoded path, body.</summary>
    public ConcurrentQueue<(string Method, string Path, JObject? Body)> Sent { get; } = new();

    /// <summary>By path: what the channel answers to a GET, as JSON.</summary>
    public Dictionary<string, string> Roster { get; } = [];

    public static async Task<HostedBot> StartAsync(Func<ITurnContext, CancellationToken, Task> turn)
    {
        var client = new HttpClient();
        var adapter = new CloudAdapter(new OneCaller(client));
        var channel = Kestrel();
        var bot = Kestrel();
        bot.Map("/api/messages", (HttpContext context) => adapter.ProcessAsync(context.Request, context.Response, new TurnBot(turn), context.RequestAborted));
        HostedBot hosted = null!;
        channel.Map("/{**path}", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var text = await reader.ReadToEndAsync();
            hosted.Sent.Enqueue((context.Request.Method, context.Request.Path.Value!, text.Length == 0 ? null : JObject.Parse(text)));
            if (context.Request.Method == "GET")
                return hosted.Roster.TryGetValue(context.Request.Path.Value!, out var json)
                    ? Results.Content(json, "application/json")
                    : Results.Json(new { error = new { code = "MemberNotFoundInConversation" } }, statusCode: 404);
            return context.Request.Method == "DELETE" ? Results.Ok() : Results.Json(new { id = $"sent-{hosted.Sent.Count}" }, statusCode: 201);
        });
        await channel.StartAsync();
        await bot.StartAsync();
        return hosted = new HostedBot(bot, channel, adapter);
    }

    public Activity Activity(string type, string? text = null) => new(type)
    {
        Id = "in-1",
        Text = text,
        ChannelId = Channels.Msteams,
        ServiceUrl = ServiceUrl,
        From = new ChannelAccount("29:alex", "Alex"),
        Recipient = new ChannelAccount("28:bot", "Bot"),
        Conversation = new ConversationAccount(id: "19:general@thread.tacv2;messageid=7"),
    };

    public Task<HttpResponseMessage> PostAsync(Activity activity) => PostAsync(JObject.FromObject(activity, Newtonsoft.Json.JsonSerializer.CreateDefault(new() { NullValueHandling = Newtonsoft.Json.NullValueHandling.Ignore })).ToString());

    public async Task<HttpResponseMessage> PostAsync(string body, string? authorization = GoodHeader)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (authorization is not null) request.Headers.Authorization = AuthenticationHeaderValue.Parse(authorization);
        return await http.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await bot.DisposeAsync();
        await channel.DisposeAsync();
    }

    private static WebApplication Kestrel()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder.Build();
    }

    private sealed class TurnBot(Func<ITurnContext, CancellationToken, Task> turn) : IBot
    {
        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) => turn(turnContext, cancellationToken);
    }

    private sealed class NoCredentials : ServiceClientCredentials;

    /// <summary>Believes one header.</summary>
    private sealed class OneCaller(HttpClient http) : BotFrameworkAuthentication
    {
        public override Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken) =>
            authHeader == GoodHeader
                ? Task.FromResult(new AuthenticateRequestResult
                {
                    Audience = GetOriginatingAudience(),
                    CallerId = "urn:botframework:azure",
                    ClaimsIdentity = new ClaimsIdentity([new Claim("aud", "bot")], "Bearer"),
                    ConnectorFactory = new Connectors(http),
                })
                : throw new UnauthorizedAccessException("the reason");

        public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(string authHeader, string channelIdHeader, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => new Connectors(http);

        public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
            Task.FromResult<UserTokenClient>(new NoTokens());

        public override string GetOriginatingAudience() => "https://api.botframework.com";
    }

    private sealed class Connectors(HttpClient http) : ConnectorFactory
    {
        public override Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken) =>
            Task.FromResult<IConnectorClient>(new ConnectorClient(new Uri(serviceUrl), new NoCredentials(), http));
    }

    private sealed class NoTokens : UserTokenClient
    {
        public override Task<TokenResponse> GetUserTokenAsync(string userId, string connectionName, string channelId, string magicCode, CancellationToken cancellationToken) => Task.FromResult<TokenResponse>(null!);

        public override Task<SignInResource> GetSignInResourceAsync(string connectionName, Activity activity, string finalRedirect, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task SignOutUserAsync(string userId, string connectionName, string channelId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task<TokenStatus[]> GetTokenStatusAsync(string userId, string channelId, string includeFilter, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task<Dictionary<string, TokenResponse>> GetAadTokensAsync(string userId, string connectionName, string[] resourceUrls, string channelId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task<TokenResponse> ExchangeTokenAsync(string userId, string connectionName, string channelId, TokenExchangeRequest exchangeRequest, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
