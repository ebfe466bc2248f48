using System.Net;
using System.Net.Http.Headers;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Rest;
using Newtonsoft.Json;

namespace Microsoft.Bot.Connector.Rest;

/// <summary>Sends requests to the connector and to the token service: identity, JSON, retries, typed errors.</summary>
internal sealed class RestSender(HttpClient http, ServiceClientCredentials? credentials, RetryRhythm rhythm)
{
    private const int LargestAnswer = 4 * 1024 * 1024;
    private static readonly Dictionary<string, List<string>> NoHeaders = [];
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    /// <exception cref="ErrorResponseException">The service refused, or was not to be had after the last attempt.</exception>
    /// <exception cref="HttpRequestException">The service was not reached.</exception>
    public async Task<HttpOperationResponse<T>> SendAsync<T>(Uri baseUri, RestCall call, CancellationToken cancellationToken)
    {
        var address = new Uri(baseUri.AbsoluteUri.TrimEnd('/') + "/" + call.Path);
        using var body = call.Body is null ? null : ActivityJson.Write(call.Body);
        var renewed = false;
        for (var attempt = 1; ; attempt++)
        {
            var request = await RequestAsync(address, call, body, cancellationToken).ConfigureAwait(false);
            HttpResponseMessage? response = null;
            TimeSpan? pause;
            try
            {
                response = await AttemptAsync(request, cancellationToken).ConfigureAwait(false);
                if (response.IsSuccessStatusCode || (call.MayBeMissing && response.StatusCode == HttpStatusCode.NotFound))
                {
                    var answer = new HttpOperationResponse<T> { Request = request, Response = response, Body = (await AnswerAsync<T>(response, cancellationToken).ConfigureAwait(false))! };
                    (request, response) = (null!, null);
                    return answer;
                }

                pause = rhythm.PauseAfter(call.Method, attempt, response);
                if (response.StatusCode == HttpStatusCode.Unauthorized && !renewed && credentials is AppCredentials app)
                {
                    await app.GetTokenAsync(forceRefresh: true).ConfigureAwait(false);
                    (renewed, pause) = (true, TimeSpan.Zero);
                }

                if (pause is null)
                    throw await RestFailure.FromAsync(request, response, cancellationToken).ConfigureAwait(false);
            }
            catch (HttpRequestException failure) when ((pause = rhythm.PauseAfter(call.Method, attempt, failure)) is not null)
            {
                // Repeated below.
            }
            finally
            {
                request?.Dispose();
                response?.Dispose();
            }

            await Task.Delay(pause.Value, rhythm.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<T?> AnswerAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        // 202 and 404 may come without a body, or with one that is no JSON; so may a 200 whose caller wants none.
        if (response.StatusCode == HttpStatusCode.NotFound)
            return default;

        using var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        using var bytes = new PooledBytes();
        await bytes.FillAsync(stream, LargestAnswer, cancellationToken).ConfigureAwait(false);
        return bytes.Length == 0 ? default : ActivityJson.Read<T>(bytes.Written);
    }

    private async Task<HttpRequestMessage> RequestAsync(Uri address, RestCall call, PooledBytes? body, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(call.Method, address);
        if (body is not null)
        {
            request.Content = new ReadOnlyMemoryContent(body.Written);
            request.Content.Headers.ContentType = Json;
        }

        if (call.ConversationId is not null)
            request.Headers.TryAddWithoutValidation("x-ms-conversation-id", call.ConversationId);
        foreach (var (name, values) in call.Headers ?? NoHeaders)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, values);
        }

        if (credentials is not null)
            await credentials.ProcessHttpRequestAsync(request, cancellationToken).ConfigureAwait(false);
        return request;
    }

    private async Task<HttpResponseMessage> AttemptAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(RetryRhythm.AttemptTimeout, rhythm.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException("The service did not answer in time.");
        }
    }
}
