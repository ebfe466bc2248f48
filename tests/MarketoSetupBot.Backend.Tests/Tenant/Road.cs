using System.Net;
using System.Net.Http.Json;

namespace MarketoSetupBot.Backend.Tests.Tenant;

/// <summary>
/// The road between the backend and the sandbox: counts what passes to Graph, and lets a test spoil single calls in the ways
/// a network and a busy service do.
/// </summary>
public sealed class Road
{
    private readonly List<(Func<HttpRequestMessage, bool> Meets, Func<HttpRequestMessage, Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>> Spoil)> potholes = [];
    private readonly List<string> calls = [];

    /// <summary>Method and path of every call to Graph since the last <see cref="Forget"/>; token calls are not among them.</summary>
    public IReadOnlyList<string> Calls
    {
        get
        {
            lock (calls) return [.. calls];
        }
    }

    /// <summary>Calls that change something. <c>checkMemberGroups</c> is a question asked with POST.</summary>
    public IReadOnlyList<string> Writes =>
        [.. Calls.Where(c => !c.StartsWith("GET ", StringComparison.Ordinal) && !c.EndsWith("checkMemberGroups", StringComparison.Ordinal))];

    private readonly List<(long Began, long Ended)> spans = [];

    /// <summary>From when to when each call lasted, token calls included.</summary>
    public IReadOnlyList<(long Began, long Ended)> Spans
    {
        get
        {
            lock (calls) return [.. spans];
        }
    }

    public void Forget()
    {
        lock (calls)
        {
            calls.Clear();
            spans.Clear();
        }
    }

    /// <summary>Answers in Graph's place.</summary>
    public void Answer(string method, string pathPart, HttpStatusCode status, string code = "testCode", int? retryAfter = null) =>
        potholes.Add((Matching(method, pathPart), (_, _) =>
        {
            var answer = new HttpResponseMessage(status)
            {
                Content = JsonContent.Create(new { error = new { code, message = "no" } }),
            };
            if (retryAfter is { } seconds) answer.Headers.Add("Retry-After", seconds.ToString(System.Globalization.CultureInfo.InvariantCulture));
            return Task.FromResult(answer);
        }
    ));

    /// <summary>The call arrives and is carried out; its answer never comes back.</summary>
    public void LoseAnswer(string method, string pathPart) =>
        potholes.Add((Matching(method, pathPart), async (_, next) =>
        {
            (await next()).Dispose();
            throw new HttpRequestException("The response ended prematurely.");
        }
    ));

    /// <summary>The call is carried out, and a proxy on the way answers 504.</summary>
    public void AnswerAfterwards(string method, string pathPart, HttpStatusCode status) =>
        potholes.Add((Matching(method, pathPart), async (_, next) =>
        {
            (await next()).Dispose();
            return new HttpResponseMessage(status);
        }
    ));

    public void Repair() => potholes.Clear();

    public DelegatingHandler Handler() => new Lane(this);

    private static Func<HttpRequestMessage, bool> Matching(string method, string pathPart) =>
        request => request.Method.Method == method && Uri.UnescapeDataString(request.RequestUri!.AbsolutePath).Contains(pathPart, StringComparison.Ordinal);

    private sealed class Lane(Road road) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var began = System.Diagnostics.Stopwatch.GetTimestamp();
            try
            {
                return await PassAsync(request, cancellationToken);
            }
            finally
            {
                lock (road.calls) road.spans.Add((began, System.Diagnostics.Stopwatch.GetTimestamp()));
            }
        }

        private Task<HttpResponseMessage> PassAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.Host == "graph.microsoft.com")
            {
                lock (road.calls) road.calls.Add($"{request.Method} {Uri.UnescapeDataString(request.RequestUri.AbsolutePath)}");
            }

            var pothole = road.potholes.FirstOrDefault(p => p.Meets(request));
            return pothole.Spoil is { } spoil
                ? spoil(request, () => base.SendAsync(request, cancellationToken))
                : base.SendAsync(request, cancellationToken);
        }
    }
}
