using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BotFramework.Tests.Hosting;

public sealed class BotFrameworkAdapterTests
{
    [Fact]
    public async Task A_channel_is_posted_to_with_credentials_of_ones_own()
    {
        using var connector = new Connector();
        using var http = new HttpClient(connector);
        var turn = new TurnContext(new BotFrameworkAdapter(new SimpleCredentialProvider(), http), new Activity { ServiceUrl = "https://smba.trafficmanager.net/emea/" });

        var (thread, posted) = await TeamsInfo.SendMessageToTeamsChannelAsync(turn, MessageFactory.Text("hello"), "19:general", MicrosoftAppCredentials.Empty);

        Assert.Equal("7", posted);
        Assert.Equal("19:general;messageid=7", thread.Conversation.Id);
        Assert.Equal("https://smba.trafficmanager.net/emea/v3/conversations", connector.Asked);
        Assert.Equal("19:general", connector.Sent["channelData"]!["channel"]!["id"]);
        Assert.Equal("hello", connector.Sent["activity"]!["text"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("c0a8e6d4-5b1f-4f0e-8a37-9d2b64f7e021")]
    public async Task Nobody_outside_is_let_in_by_it(string? appId)
    {
        var apps = new SimpleCredentialProvider(appId, "secret");

        Assert.False(await apps.IsAuthenticationDisabledAsync());
        Assert.Equal(appId is not null, await apps.IsValidAppIdAsync(appId));
        Assert.Null(await apps.GetAppPasswordAsync("another"));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => new Door(apps).KnockAsync());
    }

    private sealed class Door(ICredentialProvider apps) : BotFrameworkAdapter(apps)
    {
        public Task<InvokeResponse> KnockAsync() =>
            ProcessActivityAsync(authHeader: null, new Activity(ActivityTypes.Message), (_, _) => throw new InvalidOperationException("The bot ran."), CancellationToken.None);
    }

    private sealed class Connector : HttpMessageHandler
    {
        public string Asked { get; private set; } = string.Empty;

        public JObject Sent { get; private set; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked = request.RequestUri!.AbsoluteUri;
            Sent = JObject.Parse(await request.Content!.ReadAsStringAsync(cancellationToken));
            return new(HttpStatusCode.Created) { Content = new StringContent("{\"id\":\"19:general;messageid=7\",\"activityId\":\"7\"}") };
        }
    }
}
