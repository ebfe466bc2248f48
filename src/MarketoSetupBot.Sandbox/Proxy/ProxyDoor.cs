using System.Net;
using Microsoft.AspNetCore.Connections;

namespace MarketoSetupBot.Sandbox.Proxy;

/// <summary>
/// The second door: an HTTPS forward proxy. A client that knows nothing of the sandbox comes in with <c>HTTPS_PROXY</c> set and
/// the root at <c>Sandbox:ProxyRoot</c> trusted, and its requests are handled as those of the first door.
/// </summary>
/// <remarks>
/// CONNECT, then TLS under a certificate for the name the client asked for (SNI), then Kestrel's ordinary HTTP on the same connection:
/// two connection middlewares, no second server and no copying of bytes.
/// </remarks>
internal static class ProxyDoor
{
    /// <summary>Opens the door where <c>Sandbox:ProxyUrl</c> says; without that setting there is none.</summary>
    public static void AddProxyDoor(this WebApplicationBuilder builder)
    {
        if (builder.Configuration["Sandbox:ProxyUrl"] is not { Length: > 0 } proxyUrl) return;
        var (door, addresses) = (Endpoint(proxyUrl), Addresses(builder.Configuration));
        builder.Services.AddSingleton<CertificateAuthority>();
        builder.Services.AddHostedService<RootFile>();
        builder.WebHost.UseKestrelHttpsConfiguration();
        // An endpoint in code makes Kestrel forget the ordinary addresses, which it says in a warning; so they are named beside it.
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            foreach (var url in addresses) kestrel.Listen(Endpoint(url));
            var authority = kestrel.ApplicationServices.GetRequiredService<CertificateAuthority>();
            var time = kestrel.ApplicationServices.GetRequiredService<TimeProvider>();
            kestrel.Listen(door, listen =>
            {
                listen.Use(next => ConnectHandshake.Before(next, SandboxHosts.IsMicrosoft, time));
                listen.UseHttps(tls => tls.ServerCertificateSelector = (_, host) => SandboxHosts.IsMicrosoft(host ?? "") ? authority.For(host!) : null);
            });
        });
    }

    private static string[] Addresses(ConfigurationManager configuration) =>
        (configuration[WebHostDefaults.ServerUrlsKey] ?? "http://127.0.0.1:5090").Split(';', StringSplitOptions.RemoveEmptyEntries);

    private static IPEndPoint Endpoint(string url)
    {
        var address = BindingAddress.Parse(url);
        var host = address.Host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(address.Host, out var ip) ? ip : null;
        return host is not null && IPAddress.IsLoopback(host)
            ? new IPEndPoint(host, address.Port)
            : throw new InvalidOperationException($"The sandbox listens on loopback only; {url} is not a loopback address.");
    }
}
