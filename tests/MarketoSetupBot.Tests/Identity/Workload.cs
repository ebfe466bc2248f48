using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Web;
using MarketoSetupBot.Sandbox.World;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MarketoSetupBot.Tests.Identity;

/// <summary>The platform that a bot runs on: it signs tokens that say who runs there, in a file or from the machine's identity endpoint.</summary>
internal sealed class Workload : HttpMessageHandler
{
    public const string Subject = "system:serviceaccount:bots:marketo";
    public const string UserAssigned = "11111111-2222-4333-8444-555555555555";
    private const string Issuer = "https://oidc.example/cluster";

    private readonly RSA rsa = RSA.Create(2048);

    public Workload() => Key = new RsaSecurityKey(rsa) { KeyId = "cluster" };

    public RsaSecurityKey Key { get; }

    /// <summary>What the identity endpoint was asked for: resource and client id.</summary>
    public List<(string? Resource, string? ClientId)> Asked { get; } = [];

    /// <summary>Where the identity's own tokens come from, when the bot's app is the identity.</summary>
    public Func<string, Task<string>>? OwnTokens { get; set; }

    public FederatedIdentityCredential Trust => new() { Issuer = Issuer, Subject = Subject, Keys = [Key] };

    public string Token(string subject = Subject) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = "api://AzureADTokenExchange",
        Claims = new Dictionary<string, object> { ["sub"] = subject },
        Expires = DateTime.UtcNow.AddHours(1),
        SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
    });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var query = HttpUtility.ParseQueryString(request.RequestUri!.Query);
        var resource = query["resource"];
        lock (Asked) Asked.Add((resource, query["client_id"]));
        var token = OwnTokens is null ? Token() : await OwnTokens(resource!);
        return new HttpResponseMessage
        {
            Content = JsonContent.Create(new { access_token = token, expires_on = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), resource, token_type = "Bearer" }),
        };
    }
}
