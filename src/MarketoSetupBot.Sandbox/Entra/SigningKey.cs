using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace MarketoSetupBot.Sandbox.Entra;

/// <summary>An RSA key that signs tokens, and how it is published. New in every process; nobody outside the sandbox trusts it.</summary>
public sealed class SigningKey
{
    public SigningKey()
    {
        var rsa = RSA.Create(2048);
        var parameters = rsa.ExportParameters(includePrivateParameters: false);
        Modulus = Base64UrlEncoder.Encode(parameters.Modulus);
        Exponent = Base64UrlEncoder.Encode(parameters.Exponent);
        KeyId = Base64UrlEncoder.Encode(SHA256.HashData(parameters.Modulus!).AsSpan(0, 20).ToArray());
        Key = new RsaSecurityKey(rsa) { KeyId = KeyId };
        Credentials = new SigningCredentials(Key, SecurityAlgorithms.RsaSha256);
    }

    public string KeyId { get; }
    public string Modulus { get; }
    public string Exponent { get; }
    public RsaSecurityKey Key { get; }
    public SigningCredentials Credentials { get; }
}

/// <summary>
/// The two authorities of the sandbox, which do not know each other's keys. One pair per process: making an RSA key takes a while, and tests start
/// dozens of sandboxes.
/// </summary>
public sealed class SigningKeys
{
    private static readonly Lazy<SigningKey> EntraKey = new(() => new SigningKey()), BotFrameworkKey = new(() => new SigningKey());

    public SigningKey Entra { get; } = EntraKey.Value;
    public SigningKey BotFramework => BotFrameworkKey.Value;
}
