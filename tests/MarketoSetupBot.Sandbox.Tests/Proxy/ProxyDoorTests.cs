using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MarketoSetupBot.Sandbox.Tests.Marketo;
using MarketoSetupBot.Sandbox.World;
using Xunit;

namespace MarketoSetupBot.Sandbox.Tests.Proxy;

public sealed class ProxyDoorTests : IAsyncLifetime
{
    private readonly string _root = Path.Combine(Path.GetTempPath(), $"sandbox-root-{Guid.NewGuid():n}.pem");
    private MarketoDesk _desk = null!;

    private Uri Door => new(_desk.Urls.First(url => url.StartsWith("https://", StringComparison.Ordinal)).Replace("https", "http", StringComparison.Ordinal));

    public async Task InitializeAsync() =>
        _desk = await MarketoDesk.SitDownAsync("--Sandbox:ProxyUrl=http://127.0.0.1:0", $"--Sandbox:ProxyRoot={_root}");

    public async Task DisposeAsync()
    {
        await _desk.DisposeAsync();
        File.Delete(_root);
    }

    [Theory]
    [InlineData("https://login.microsoftonline.com/contoso.com/v2.0/.well-known/openid-configuration", HttpStatusCode.OK)]
    [InlineData("https://contoso.crm.dynamics.com/api/data/v9.2/WhoAmI", HttpStatusCode.Unauthorized)]
    public async Task A_plain_client_that_trusts_the_root_reaches_the_cloud_by_its_real_names(string url, HttpStatusCode expected)
    {
        using var client = Client();
        using var answer = await client.GetAsync(new Uri(url));
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task MSAL_and_Graph_as_they_come_need_nothing_but_two_variables()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(DefaultClients).Assembly.Location, Contoso.TenantId.ToString(), Contoso.BackendAppId.ToString()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["HTTPS_PROXY"] = Door.ToString(),
                ["NO_PROXY"] = "",
                ["SSL_CERT_FILE"] = _root,
                ["SSL_CERT_DIR"] = "/nonexistent",
                ["CLIENT_SECRET"] = _desk.Secrets.Backend,
            },
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(("", Contoso.DefaultDomain), (await errors, said));
    }

    [Fact]
    public async Task A_client_that_does_not_trust_the_root_gets_no_further_than_the_handshake()
    {
        using var client = new HttpClient(new SocketsHttpHandler { Proxy = new WebProxy(Door), UseProxy = true });
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri("https://graph.microsoft.com/v1.0/domains")));
        Assert.Equal(HttpRequestError.SecureConnectionError, failure.HttpRequestError);
    }

    [Fact]
    public async Task No_tunnel_leads_anywhere_else()
    {
        using var client = Client();
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri("https://example.com/")));
        Assert.Equal(HttpRequestError.ProxyTunnelError, failure.HttpRequestError);
    }

    [Theory]
    [InlineData("GET http://graph.microsoft.com/ HTTP/1.1\r\n\r\n", "HTTP/1.1 405")]
    [InlineData("CONNECT graph.microsoft.com:80 HTTP/1.1\r\n\r\n", "HTTP/1.1 403")]
    [InlineData("CONNECT graph.microsoft.com.evil.example:443 HTTP/1.1\r\n\r\n", "HTTP/1.1 403")]
    public async Task Whatever_is_not_a_tunnel_to_the_cloud_is_refused_with_a_reason(string request, string status)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, Door.Port);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(socket.GetStream());
        Assert.StartsWith(status, await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_door_stays_open_beside_it()
    {
        using var answer = await _desk.Browser.GetAsync(new Uri("/health", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public void Only_loopback_is_listened_on() =>
        Assert.Throws<InvalidOperationException>(() => SandboxHost.Build(["--Sandbox:ProxyUrl=http://0.0.0.0:0"]));

    /// <summary>Trusts the written root and nothing else.</summary>
    private HttpClient Client()
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(_root);
        return new HttpClient(new SocketsHttpHandler
        {
            Proxy = new WebProxy(Door),
            UseProxy = true,
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy },
        });
    }
}
