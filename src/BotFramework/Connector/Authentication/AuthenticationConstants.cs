namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Addresses and claim names of the Bot Framework's public cloud.</summary>
public static class AuthenticationConstants
{
    public const string ToChannelFromBotOAuthScope = "https://api.botframework.com";
    public const string ToBotFromChannelTokenIssuer = "https://api.botframework.com";
    public const string ToBotFromChannelOpenIdMetadataUrl = "https://login.botframework.com/v1/.well-known/openidconfiguration";
    public const string OAuthUrl = "https://token.botframework.com";
    public const string AudienceClaim = "aud";
    public const string IssuerClaim = "iss";
    public const string ServiceUrlClaim = "serviceurl";
    public const string AppIdClaim = "appid";
    public const string AuthorizedParty = "azp";
    public const string VersionClaim = "ver";
}
