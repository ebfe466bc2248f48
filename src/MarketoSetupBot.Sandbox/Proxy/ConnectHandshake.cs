using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Connections;

namespace MarketoSetupBot.Sandbox.Proxy;

/// <summary>
/// The first words on a proxy connection: <c>CONNECT host:443</c>. The hosts of the Microsoft cloud are answered 200 and the
/// connection goes on as if it had reached them; anything else is refused, so that nothing leaves the machine.
/// </summary>
internal static class ConnectHandshake
{
    private const int LongestHead = 8 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static ConnectionDelegate Before(ConnectionDelegate next, Func<string, bool> serves, TimeProvider time) => async connection =>
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, connection.ConnectionClosed);
        try
        {
            var (answer, open) = Answer(await ReadHeadAsync(connection, either.Token), serves);
            await connection.Transport.Output.WriteAsync(Encoding.ASCII.GetBytes(answer), either.Token);
            if (!open) return;
        }
        catch (OperationCanceledException)
        {
            // The client said nothing for too long, or left: there is nobody to answer.
            return;
        }
        await next(connection);
    };

    private static (string Answer, bool Open) Answer(string? head, Func<string, bool> serves)
    {
        if (head is null) return (Refusal("400 Bad Request", "Not an HTTP request."), false);
        var words = head.Split(' ');
        if (words is not ["CONNECT", var target, ..])
            return (Refusal("405 Method Not Allowed", "This proxy opens TLS tunnels only: CONNECT host:443."), false);
        var host = target.Split(':')[0];
        return target.EndsWith(":443", StringComparison.Ordinal) && serves(host)
            ? ("HTTP/1.1 200 Connection Established\r\n\r\n", true)
            : (Refusal("403 Forbidden", "The sandbox does not play this host, and lets nothing out."), false);
    }

    private static string Refusal(string status, string why) =>
        $"HTTP/1.1 {status}\r\nContent-Type: text/plain\r\nContent-Length: {why.Length}\r\nConnection: close\r\n\r\n{why}";

    /// <returns>The request head up to the empty line; null when there is none.</returns>
    private static async Task<string?> ReadHeadAsync(ConnectionContext connection, CancellationToken cancellation)
    {
        var input = connection.Transport.Input;
        while (true)
        {
            var read = await input.ReadAsync(cancellation);
            var buffer = read.Buffer;
            if (HeadIn(buffer, out var head, out var end))
            {
                input.AdvanceTo(end);
                return head;
            }
            input.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted || buffer.Length > LongestHead) return null;
        }
    }

    private static bool HeadIn(ReadOnlySequence<byte> buffer, out string head, out SequencePosition end)
    {
        var reader = new SequenceReader<byte>(buffer);
        var found = reader.TryReadTo(out ReadOnlySequence<byte> bytes, "\r\n\r\n"u8);
        head = found ? Encoding.ASCII.GetString(bytes) : "";
        end = reader.Position;
        return found;
    }
}
