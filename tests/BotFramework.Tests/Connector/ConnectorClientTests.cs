using System.Net;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Connector.Teams;
using Microsoft.Rest;

namespace BotFramework.Tests.Connector;

/// <summary>The ways to make a client by hand.</summary>
public sealed class ConnectorClientTests
{
    private static readonly Uri ServiceUrl = new("https://smba.trafficmanager.net/emea/");

    [Fact]
    public async Task Requests_go_through_the_handlers_in_their_order()
    {
        var way = new List<string>();
        using var client = new ConnectorClient(ServiceUrl, new Nobody(), new Step("outer", way), new Last("inner", way));

        await client.Attachments.GetAttachmentInfoAsync("a b");

        Assert.Equal(["outer", "inner", "/emea/v3/attachments/a%20b"], way);
    }

    [Fact]
    public async Task A_client_that_was_handed_in_stays_open_unless_it_is_handed_over()
    {
        using var http = new HttpClient(new Last("last", []));
        new ConnectorClient(ServiceUrl, new Nobody(), http).Dispose();
        new TeamsConnectorClient(ServiceUrl, new Nobody(), http).Dispose();

        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(ServiceUrl)).StatusCode);

        new ConnectorClient(ServiceUrl, new Nobody(), http, disposeHttpClient: true).Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => http.GetAsync(ServiceUrl));
    }

    [Fact]
    public void A_client_of_teams_shows_the_connector_it_goes_through()
    {
        using var client = new TeamsConnectorClient(new Nobody()) { BaseUri = ServiceUrl };

        Assert.Equal(ServiceUrl, client.BaseUri);
        Assert.IsType<Nobody>(client.Credentials);
    }

    [Theory]
    [InlineData(null, "botframework.com")]
    [InlineData("contoso.com", "contoso.com")]
    public void Credentials_ask_the_tenant_they_are_given_or_that_of_the_channels(string? given, string asked)
    {
        var credentials = new MicrosoftAppCredentials("app", "secret", given, null);

        Assert.Equal((asked, $"https://login.microsoftonline.com/{asked}"), (credentials.ChannelAuthTenant, credentials.OAuthEndpoint));
    }

    private sealed class Nobody : ServiceClientCredentials;

    private sealed class Step(string name, List<string> way) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            way.Add(name);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Last(string name, List<string> way) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            way.Add(name);
            way.Add(request.RequestUri!.AbsolutePath);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("{}") });
        }
    }
}
