using System.Net.Http.Headers;
using System.Net.Http.Json;
using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Events;

/// <summary>The bot's internal listener, called with the backend's own app token (role <c>Events.Push</c>).</summary>
public sealed class BotEvents(IHttpClientFactory clients, IAppTokens tokens, BackendSettings settings, TimeProvider clock)
{
    internal const string Client = "bot-events";

    public Task<BotAnswer> PushAsync(RunEvent said, CancellationToken cancellationToken) => PushAsync(settings.Bot.EventsUrl, said, cancellationToken);

    public Task<BotAnswer> PushAsync(ValidationEvent said, CancellationToken cancellationToken) =>
        PushAsync(new Uri(settings.Bot.EventsUrl.AbsoluteUri.TrimEnd('/') + ValidationRoutes.BotEvents[Routes.BotEvents.Length..]), said, cancellationToken);

    private async Task<BotAnswer> PushAsync<T>(Uri where, T said, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, where) { Content = JsonContent.Create(said, options: Wire.Json) };
            var token = await tokens.GetAsync("api://" + settings.Callers.BotClientId, cancellationToken);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var response = await clients.CreateClient(Client).SendAsync(request, cancellationToken);
            return new BotAnswer(response.IsSuccessStatusCode, (int)response.StatusCode, RetryAfter(response));
        }
        catch (TenantUnavailableException e)
        {
            return new BotAnswer(false, null, e.RetryAfter);
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new BotAnswer(false, null, null);
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response)
        => response.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - clock.GetUtcNow() : null;
}

/// <param name="Status">Null: no answer.</param>
public sealed record BotAnswer(bool Taken, int? Status, TimeSpan? RetryAfter);
