using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MarketoSetupBot.Sandbox.Proxy;

/// <summary>
/// A certificate authority that lives as long as the process: its key is never written anywhere, so a root that somebody
/// forgets in a trust store signs nothing any more once the sandbox has stopped.
/// </summary>
public sealed class CertificateAuthority : IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(30);
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ConcurrentDictionary<string, Lazy<X509Certificate2>> _issued = new(StringComparer.OrdinalIgnoreCase);
    private readonly X509Certificate2 _root;
    private readonly DateTimeOffset _from;

    public CertificateAuthority(TimeProvider time)
    {
        // An hour back, so that a client whose clock is a little slow does not find the root not yet valid.
        _from = time.GetUtcNow().AddHours(-1);
        var request = new CertificateRequest("CN=MarketoSetupBot sandbox root (do not trust outside a test)", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        _root = request.CreateSelfSigned(_from, _from + Life);
    }

    /// <summary>The root without its key, as PEM: what a client is told to trust.</summary>
    public string RootPem => _root.ExportCertificatePem();

    /// <summary>The server certificate for a host, made on first sight.</summary>
    public X509Certificate2 For(string host) => _issued.GetOrAdd(host, name => new Lazy<X509Certificate2>(() => Issue(name))).Value;

    private X509Certificate2 Issue(string host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_root, true, false));
        using var certificate = request.Create(_root, _from, _from + Life, RandomNumberGenerator.GetBytes(16));
        return certificate.CopyWithPrivateKey(key);
    }

    public void Dispose()
    {
        foreach (var certificate in _issued.Values) certificate.Value.Dispose();
        _root.Dispose();
        _key.Dispose();
    }
}
