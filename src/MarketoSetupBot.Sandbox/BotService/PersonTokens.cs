using MarketoSetupBot.Sandbox.Entra;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Sandbox.BotService;

/// <summary>The tokens that the bot's OAuth connection yields: the person, for the backend, called by the bot.</summary>
public sealed class PersonTokens(Tenant tenant, TokenMint mint)
{
    /// <summary>
    /// A token with the scope <c>Setup.Act</c>. The account may be disabled: a cached token lives on for an hour in reality too, and noticing is the
    /// backend's duty.
    /// </summary>
    /// <returns>Null when the tenant has no such person, or the bot is not consented to.</returns>
    public string? ForBackend(Guid person) => tenant.Locked(() =>
    {
        var (bot, backend) = (tenant.FindServicePrincipal(Contoso.BotAppId), tenant.FindServicePrincipal(Contoso.BackendAppId));
        if (bot is null || backend is null || tenant.Users.GetValueOrDefault(person) is not { } user) return null;
        return tenant.Grants.Values.Any(grant => grant.ClientId == bot.Id && grant.ResourceId == backend.Id && grant.Scopes().Contains(Contoso.SetupActScope))
            ? mint.ForPerson(user, bot, new Resource(backend, backend.AppId.ToString(), 2), [Contoso.SetupActScope])
            : null;
    });

    /// <summary>The token that Teams itself gets by single sign-on and offers to the bot for exchange: the person, for the bot.</summary>
    public string? ForTeams(Guid person) => tenant.Locked(() =>
        tenant.FindServicePrincipal(Contoso.BotAppId) is { } bot && tenant.Users.GetValueOrDefault(person) is { } user
            ? mint.ForPerson(user, bot, new Resource(bot, bot.AppId.ToString(), 2), ["access_as_user"])
            : null);
}
