using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MarketoSetupBot.Demo;

/// <summary>The loopback ports of the demo. Each can be moved: <c>--Ports:Bot=4000</c>.</summary>
internal sealed record Ports(int Playground, int Bot, int Events, int Backend, int Sandbox, int Proxy)
{
    public static Ports From(IConfiguration configuration)
    {
        return new Ports(
            Read("Playground", 56150), Read("Bot", 3978), Read("Events", 3979), Read("Backend", 5080), Read("Sandbox", 5090), Read("Proxy", 5091));

        int Read(string name, int usual) => configuration[$"Ports:{name}"] switch
        {
            null => usual,
            var text when ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0 => port,
            var text => throw new DemoException($"\"{text}\" is not a port; give --Ports:{name} a number from 1 to 65535."),
        };
    }

    /// <exception cref="DemoException">One of them is taken, or two are the same.</exception>
    public void MustBeFree()
    {
        (string Name, int Port)[] all =
            [("Playground", Playground), ("Bot", Bot), ("Events", Events), ("Backend", Backend), ("Sandbox", Sandbox), ("Proxy", Proxy)];
        foreach (var (name, port) in all)
        {
            if (all.Count(other => other.Port == port) > 1)
                throw new DemoException($"Port {port} is meant for two parts of the demo; choose another one with --Ports:{name}=<number>.");
            if (!IsFree(port))
                throw new DemoException($"Port {port} is in use by another program; stop that one, or choose another port with --Ports:{name}=<number>.");
        }
    }

    public static Uri Url(int port) => new($"http://127.0.0.1:{port}");

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
