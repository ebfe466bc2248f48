using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace MarketoSetupBot.Sandbox;

/// <summary>Where the sandbox listens: what its own parts (Marketo's page, for one) call, as any other client would.</summary>
internal sealed class OwnAddress(IServer server)
{
    /// <summary>The first door. Known only once the server has started, because a port may be given as 0.</summary>
    public Uri Uri => new(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First(address => address.StartsWith("http://", StringComparison.Ordinal)));
}
