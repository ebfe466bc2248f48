using System.Collections.Concurrent;
using System.Threading.Channels;
using MarketoSetupBot.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;

namespace MarketoSetupBot.Backend.Tests.World;

/// <summary>The bot's end of the event line: takes what the backend pushes, or answers as a test wants.</summary>
internal sealed class ListeningBot : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<RunEvent> _arrivals = Channel.CreateUnbounded<RunEvent>();

    private readonly Channel<ValidationEvent> _validations = Channel.CreateUnbounded<ValidationEvent>();

    private ListeningBot(WebApplication app) => _app = app;

    public ConcurrentQueue<RunEvent> Taken { get; } = [];
    public ConcurrentQueue<RunEvent> Refused { get; } = [];
    public ConcurrentQueue<ValidationEvent> Validations { get; } = [];
    public JsonWebToken? Token { get; private set; }

    /// <summary>Status and Retry-After in seconds of the next answers.</summary>
    public ConcurrentQueue<(int Status, int? RetryAfter)> Answers { get; } = [];

    public Uri EventsUrl => new(new Uri(_app.Urls.First()), Routes.BotEvents);

    public static async Task<ListeningBot> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        builder.Services.ConfigureHttpJsonOptions(json => Wire.Configure(json.SerializerOptions));
        var app = builder.Build();
        var bot = new ListeningBot(app);
        app.MapPost(Routes.BotEvents, (RunEvent said, HttpContext http) => bot.Hear(said, http));
        app.MapPost(ValidationRoutes.BotEvents, (ValidationEvent said) =>
        {
            bot.Validations.Enqueue(said);
            bot._validations.Writer.TryWrite(said);
            return Results.Ok();
        });
        await app.StartAsync();
        return bot;
    }

    /// <summary>The next push that was taken.</summary>
    public ValueTask<RunEvent> NextAsync(CancellationToken cancellationToken) => _arrivals.Reader.ReadAsync(cancellationToken);

    public ValueTask<ValidationEvent> NextValidationAsync(CancellationToken cancellationToken) => _validations.Reader.ReadAsync(cancellationToken);

    private IResult Hear(RunEvent said, HttpContext http)
    {
        Token = new JsonWebToken(http.Request.Headers.Authorization.ToString()["Bearer ".Length..]);
        if (Answers.TryDequeue(out var answer) && answer.Status != 200)
        {
            Refused.Enqueue(said);
            if (answer.RetryAfter is { } seconds)
                http.Response.Headers.RetryAfter = $"{seconds}";
            return Results.StatusCode(answer.Status);
        }
        Taken.Enqueue(said);
        _arrivals.Writer.TryWrite(said);
        return Results.Ok();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
