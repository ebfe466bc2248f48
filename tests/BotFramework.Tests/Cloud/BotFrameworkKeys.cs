using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BotFramework.Tests.Cloud;

/// <summary>The Bot Framework's signing keys and the tokens signed with them.</summary>
internal sealed class BotFrameworkKeys
{
    // Made once: a key takes longer than all the rest of a test.
    private static readonly RSA Microsofts = RSA.Create(2048);
    private static readonly RSA Strangers = RSA.Create(2048);

    private readonly List<(RsaSecurityKey Key, string[] Endorsements)> published = [];

    public BotFrameworkKeys() => Publish("first", "msteams");

    /// <summary>Gets or sets a value indicating whether the keys cannot be had.</summary>
    public bool Down { get; set; }

    public RsaSecurityKey this[string name] => published.Single(entry => entry.Key.KeyId == name).Key;

    /// <summary>A key of somebody else, by whatever name.</summary>
    public static RsaSecurityKey StrangersKey(string name) => new(Strangers) { KeyId = name };

    public RsaSecurityKey Publish(string name, params string[] endorsements)
    {
        var key = new RsaSecurityKey(Microsofts) { KeyId = name };
        published.Add((key, endorsements));
        return key;
    }

    /// <summary>Somebody else's key among the Bot Framework's own.</summary>
    public void PublishStrangers(string name, params string[] endorsements) => published.Add((StrangersKey(name), endorsements));

    public void TakeBack(string name) => published.RemoveAll(entry => entry.Key.KeyId == name);

    /// <summary>A token as the Bot Framework makes it, but for what <paramref name="change"/> does to it.</summary>
    public string Token(DateTimeOffset now, Action<SecurityTokenDescriptor>? change = null)
    {
        var token = new SecurityTokenDescriptor
        {
            Issuer = "https://api.botframework.com",
            Audience = MicrosoftCloud.AppId,
            NotBefore = now.UtcDateTime.AddMinutes(-1),
            IssuedAt = now.UtcDateTime.AddMinutes(-1),
            Expires = now.UtcDateTime.AddHours(1),
            Claims = new Dictionary<string, object> { ["serviceurl"] = MicrosoftCloud.ServiceUrl },
            SigningCredentials = new SigningCredentials(this["first"], SecurityAlgorithms.RsaSha256),
        };
        change?.Invoke(token);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }

    public Task AnswerAsync(HttpResponse response, string target)
    {
        if (Down)
        {
            response.StatusCode = 503;
            return Task.CompletedTask;
        }

        return target == "/v1/.well-known/openidconfiguration"
            ? response.WriteAsJsonAsync(new { issuer = "https://api.botframework.com", jwks_uri = "https://login.botframework.com/v1/.well-known/keys" })
            : response.WriteAsJsonAsync(new { keys = published.Select(Written) });
    }

    private static Dictionary<string, object> Written((RsaSecurityKey Key, string[] Endorsements) entry)
    {
        var parameters = entry.Key.Rsa.ExportParameters(includePrivateParameters: false);
        return new Dictionary<string, object>
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = entry.Key.KeyId,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
            ["endorsements"] = entry.Endorsements,
        };
    }
}
