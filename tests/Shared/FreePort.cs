using System.Net;
using System.Net.Sockets;

namespace Tests.Shared;

/// <summary>
/// Ports for listeners whose address must be known before they start. Not from the range in which the system finds ports for outgoing
/// connections: there another test's connection may sit on the port by the time it is wanted.
/// </summary>
internal static class FreePort
{
    private const int First = 20000;
    private const int Last = 32000;

    public static int Next()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, Last);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: another one.
            }
        }
    }
}
