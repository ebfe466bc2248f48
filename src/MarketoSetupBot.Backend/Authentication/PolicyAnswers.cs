using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace MarketoSetupBot.Backend.Authentication;

/// <summary>
/// A genuine token that does not name a person signed in for this bot is answered 401: signing in is the remedy. 403 is for people whom the
/// rules of <c>Access</c> refuse.
/// </summary>
internal sealed class PolicyAnswers : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _standard = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
        => authorizeResult.Forbidden
            ? new Refused(new Refusal(401, ProblemCodes.SignInRequired)).ExecuteAsync(context)
            : _standard.HandleAsync(next, context, policy, authorizeResult);
}
