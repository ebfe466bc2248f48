using MarketoSetupBot.Contracts;
using Microsoft.AspNetCore.Diagnostics;

namespace MarketoSetupBot.Backend.Problems;

internal static class ProblemAnswers
{
    /// <summary>Whatever goes wrong outside an endpoint has the same shape as what an endpoint refuses.</summary>
    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(errors => errors.Run(context => new Refused(ForException(context)).ExecuteAsync(context)));
        app.UseStatusCodePages(pages => new Refused(ForStatus(pages.HttpContext.Response.StatusCode)).ExecuteAsync(pages.HttpContext));
    }

    private static Refusal ForException(HttpContext context)
        => context.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException bad
            ? new Refusal(bad.StatusCode, ProblemCodes.BadRequest)
            : new Refusal(500, ProblemCodes.Unexpected);

    private static Refusal ForStatus(int status)
        => new(status, status switch
        {
            401 => ProblemCodes.SignInRequired,
            403 => ProblemCodes.NotAllowed,
            404 => ProblemCodes.NotFound,
            429 => ProblemCodes.TooManyRequests,
            >= 500 => ProblemCodes.Unexpected,
            _ => ProblemCodes.BadRequest,
        });
}
