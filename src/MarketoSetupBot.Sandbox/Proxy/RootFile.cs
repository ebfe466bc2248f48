namespace MarketoSetupBot.Sandbox.Proxy;

/// <summary>Writes the authority's root to <c>Sandbox:ProxyRoot</c> before the door opens, for <c>SSL_CERT_FILE</c> and its like.</summary>
internal sealed class RootFile(CertificateAuthority authority, IConfiguration configuration) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (configuration["Sandbox:ProxyRoot"] is not { Length: > 0 } path) return;
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(path, authority.RootPem, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
