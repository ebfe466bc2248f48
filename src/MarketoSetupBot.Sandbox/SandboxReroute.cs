namespace MarketoSetupBot.Sandbox;

/// <summary>
/// Sends requests for Microsoft's hosts to the sandbox, with the meant host in the <c>Host</c> header. Loopback targets pass. Whatever
/// else would leave this machine is refused: nothing that runs in the sandbox can reach a real tenant by mistake.
/// </summary>
public sealed class SandboxReroute(Uri sandbox) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var target = request.RequestUri ?? throw new InvalidOperationException("A request without an address cannot be rerouted.");
        if (SandboxHosts.IsMicrosoft(target.Host))
        {
            request.Headers.Host = target.Host;
            request.RequestUri = new UriBuilder(target) { Scheme = sandbox.Scheme, Host = sandbox.Host, Port = sandbox.Port }.Uri;
        }
        else if (!target.IsLoopback)
        {
            throw new InvalidOperationException($"The sandbox has no {target.Host}, and nothing in it may reach the real one.");
        }

        return base.SendAsync(request, cancellationToken);
    }
}
