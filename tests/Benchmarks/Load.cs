using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Benchmarks.Cloud;

namespace Benchmarks;

/// <summary>So many connections, each posting the next activity when the last is answered.</summary>
internal static class Load
{
    public static async Task<Cell> RunAsync(ServerProcess server, int connections, TimeSpan duration)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections });
        var before = await server.StatsAsync();
        var watch = Stopwatch.StartNew();
        var turns = await Task.WhenAll(Enumerable.Range(0, connections).Select(connection => Task.Run(() => TalkAsync(http, server, connection, duration))));
        var elapsed = watch.Elapsed;
        var after = await server.StatsAsync();
        var total = turns.Sum();
        return new Cell(
            total / elapsed.TotalSeconds,
            (after.CpuMicroseconds - before.CpuMicroseconds) / total,
            (double)(after.Allocated - before.Allocated) / total,
            after.Compiled - before.Compiled);
    }

    public static async Task OneAsync(ServerProcess server)
    {
        using var http = new HttpClient();
        await PostAsync(http, server, Activity(0));
    }

    private static async Task<int> TalkAsync(HttpClient http, ServerProcess server, int connection, TimeSpan duration)
    {
        var body = Activity(connection);
        var watch = Stopwatch.StartNew();
        var turns = 0;
        for (; watch.Elapsed < duration; turns++)
            await PostAsync(http, server, body);
        return turns;
    }

    private static async Task PostAsync(HttpClient http, ServerProcess server, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, "/api/messages")) { Content = new ByteArrayContent(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", server.Token);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    // A message as Teams sends it, about 1 kB; a conversation per connection, so that state is nobody else's.
    private static byte[] Activity(int connection) => Encoding.UTF8.GetBytes($$"""
        {"type":"message","text":"hello there","textFormat":"plain","id":"1795338074671","channelId":"msteams","locale":"en-US",
        "timestamp":"2026-11-22T12:00:00.000Z","localTimestamp":"2026-11-22T12:00:00.000+00:00","localTimezone":"UTC",
        "from":{"id":"29:alex","name":"Alex Wilber","aadObjectId":"3a1f0b52-0000-4000-8000-000000000001"},
        "recipient":{"id":"28:{{FakeCloud.AppId}}","name":"Marketo Setup"},"serviceUrl":"{{FakeCloud.ServiceUrl}}",
        "conversation":{"conversationType":"personal","tenantId":"{{FakeCloud.Tenant}}","id":"a:bench-{{connection}}"},
        "entities":[{"type":"clientInfo","locale":"en-US","country":"US","platform":"Web","timezone":"UTC"}],
        "channelData":{"tenant":{"id":"{{FakeCloud.Tenant}}"},"source":{"name":"message"} } }
        """);
}
