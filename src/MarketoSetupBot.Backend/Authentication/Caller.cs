using System.Security.Claims;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Authentication;

/// <summary>Who the validated token names: a person, or the bot itself.</summary>
/// <param name="ObjectId">Entra object id of the person or of the bot's service principal.</param>
/// <param name="IsPerson">False for an app token, which never acts.</param>
public sealed record Caller(string ObjectId, string Name, bool IsPerson)
{
    public PersonView Person => new(ObjectId, Name);

    public static ValueTask<Caller> BindAsync(HttpContext context) => ValueTask.FromResult(From(context.User));

    internal static Caller From(ClaimsPrincipal principal)
        => new(
            (principal.FindFirstValue("oid") ?? throw new InvalidOperationException("The policy let a token without oid pass.")).ToLowerInvariant(),
            principal.FindFirstValue("name") ?? principal.FindFirstValue("preferred_username") ?? "?",
            TokenRules.IsPerson(principal));
}
