using System.Diagnostics;
using System.Net;
using System.Text.Json;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend;

/// <summary>Turns whatever the backend or the way to it answered into a problem that can be put into words.</summary>
internal static class Problems
{
    /// <summary>The backend did not answer. Nothing is known about the act; the idempotency key makes a repeat safe.</summary>
    public static ProblemView Unreachable => Of(ProblemCodes.BackendUnreachable, HttpStatusCode.ServiceUnavailable);

    public static ProblemView SignInRequired => Of(ProblemCodes.SignInRequired, HttpStatusCode.Unauthorized);

    public static ProblemView Unexpected => Of(ProblemCodes.Unexpected, HttpStatusCode.InternalServerError);

    public static ProblemView BadRequest => Of(ProblemCodes.BadRequest, HttpStatusCode.BadRequest);

    public static ProblemView NotFound => Of(ProblemCodes.NotFound, HttpStatusCode.NotFound);

    public static async Task<ProblemView> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var problem = await response.Content.ReadFromJsonAsync<ProblemView>(Wire.Json, cancellationToken);
            if (problem is { Code: not null }) return problem;
        }
        catch (JsonException)
        {
            // Not ours: a proxy's page, or the framework's own empty answer. The status has to do.
        }

        return Of(CodeFor(response.StatusCode), response.StatusCode);
    }

    private static string CodeFor(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => ProblemCodes.SignInRequired,
        HttpStatusCode.Forbidden => ProblemCodes.NotAllowed,
        HttpStatusCode.NotFound => ProblemCodes.NotFound,
        HttpStatusCode.TooManyRequests => ProblemCodes.TooManyRequests,
        HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => ProblemCodes.BackendUnreachable,
        _ => ProblemCodes.Unexpected,
    };

    private static ProblemView Of(string code, HttpStatusCode status) => new()
    {
        Type = ProblemCodes.TypePrefix + code,
        Code = code,
        Status = (int)status,
        Reference = Activity.Current?.TraceId.ToHexString(),
    };
}
