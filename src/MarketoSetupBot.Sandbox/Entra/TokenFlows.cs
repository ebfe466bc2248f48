using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Sandbox.Entra;

/// <summary>A token, or why there is none.</summary>
public abstract record TokenOutcome
{
    private TokenOutcome() { }

    /// <param name="Person">Null for a token of the application itself.</param>
    public sealed record Granted(string AccessToken, IReadOnlyList<string> Scopes, User? Person, ServicePrincipal? Client, RequestedScope Requested) : TokenOutcome
    {
        public override string ToString() => "Granted";
    }

    public sealed record Refused(Refusal Refusal) : TokenOutcome;

    public static implicit operator TokenOutcome(Refusal refusal) => new Refused(refusal);
}

/// <summary>The three ways to a token that the sandbox knows, each with Entra's checks in Entra's order.</summary>
public sealed class TokenFlows(Tenant tenant, ClientProof proof, PasswordSignIn signIn, AccessRules rules, Consent consent, TokenMint mint, TokenCheck check, SignInLog log)
{
    /// <summary>Client credentials: the application for itself.</summary>
    public TokenOutcome ForApp(TokenRequest request)
    {
        lock (tenant.Gate)
        {
            if (Open(request, mayBePublic: false, out var app, out var resource, out var requested) is { } refused) return refused;
            if (!requested.IsDefault) return Refusal.DefaultScopeOnly(request["scope"]!);
            if (tenant.FindServicePrincipal(app.AppId) is not { } client || !tenant.Replication.HasArrived(client.Id)) return Refusal.NoServicePrincipal(app.AppId);
            return new TokenOutcome.Granted(mint.ForApp(client, resource), [], null, client, requested);
        }
    }

    /// <summary>Password grant: what Marketo does with what was pasted into it.</summary>
    public TokenOutcome ForPassword(TokenRequest request)
    {
        if (request["username"] is not { } userName) return Refusal.MissingParameter("username");
        if (request["password"] is not { } password) return Refusal.MissingParameter("password");
        lock (tenant.Gate)
        {
            if (request.Tenant is "common" or "consumers") return Refusal.NotOnCommon(request.Tenant);
            if (Open(request, mayBePublic: true, out var app, out var resource, out var requested) is { } refused) return refused;

            var refusal = signIn.Check(userName, password, app, out var user)
                ?? rules.Judge(user!, tenant.SignInStates.GetValueOrDefault(user!.Id) ?? new(), resource)
                ?? consent.Check(user, app, resource, requested, out _);
            log.Write(request, app, resource, userName, user, refusal);
            return refusal is null ? Person(user!, app, resource, requested) : refusal;
        }
    }

    /// <summary>On-behalf-of: an application continues as the person whose token it was shown. Only delegated scopes, never roles.</summary>
    public async Task<TokenOutcome> OnBehalfOfAsync(TokenRequest request)
    {
        if (request["assertion"] is not { } assertion) return Refusal.MissingParameter("assertion");
        if (request["requested_token_use"] != "on_behalf_of") return Refusal.MissingParameter("requested_token_use");
        var shown = await check.ReadAsync(assertion, audience => request.ClientId is { } id && audience.Contains(id, StringComparison.OrdinalIgnoreCase));
        lock (tenant.Gate)
        {
            if (Open(request, mayBePublic: false, out var app, out var resource, out var requested) is { } refused) return refused;
            if (shown is not { IsApp: false } || tenant.Users.GetValueOrDefault(shown.ObjectId) is not { } user) return Refusal.BadUserAssertion;
            if (!user.AccountEnabled) return Refusal.UserDisabled;
            return consent.Check(user, app, resource, requested, out _) is { } unconsented ? unconsented : Person(user, app, resource, requested);
        }
    }

    private TokenOutcome.Granted Person(User user, Application app, Resource resource, RequestedScope requested)
    {
        consent.Check(user, app, resource, requested, out var scopes);
        var client = tenant.FindServicePrincipal(app.AppId)!;
        return new TokenOutcome.Granted(mint.ForPerson(user, client, resource, scopes), scopes, user, client, requested);
    }

    /// <summary>What every grant needs: a tenant that exists, a client that proves itself, one resource.</summary>
    private Refusal? Open(TokenRequest request, bool mayBePublic, out Application app, out Resource resource, out RequestedScope requested)
    {
        (app, resource, requested) = (null!, null!, null!);
        if (!request.IsShared && !request.Tenant.Equals(tenant.Id.ToString(), StringComparison.OrdinalIgnoreCase) && !tenant.Domains.ContainsKey(request.Tenant))
            return Refusal.UnknownTenant(request.Tenant);
        if (proof.Identify(request, out app) is { } stranger) return stranger;
        if (proof.Prove(request, app, mayBePublic) is { } unproved) return unproved;
        if (request["scope"] is not { } scope) return Refusal.MissingParameter("scope");
        if (RequestedScope.Parse(scope) is not { } parsed) return Refusal.BadScope(scope);
        if (Resource.Find(tenant, parsed.ResourceId) is not { } found) return Refusal.UnknownResource(parsed.ResourceId);
        (resource, requested) = (found, parsed);
        return found.Principal.AccountEnabled is false ? Refusal.ResourceDisabled(found.Principal.DisplayName ?? "") : null;
    }
}
