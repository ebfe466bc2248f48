using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace MarketoSetupBot.Sandbox.Entra;

/// <summary>An RSA key that signs tokens, and how it is published. New in every process; nobody outside the sandbox trusts it.</summary>
public sealed class SigningKey : IDisposable
{
    private readonly RSA rsa = RSA.Create(2048);

    public SigningKey()
    {
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

    public void Dispose() => rsa.Dispose();
}

/// <summary>The two authorities of the sandbox, which do not know each other's keys.</summary>
public sealed class SigningKeys : IDisposable
{
    public SigningKey Entra { get; } = new();
    public SigningKey BotFramework { get; } = new();

    public void Dispose()
    {
        Entra.Dispose();
        BotFramework.Dispose();
    }
}
