using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Backend.Tenant;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace MarketoSetupBot.Backend.Tests.Deploy;

public sealed class EnvironmentExampleTests
{
    private readonly string _certificate = Path.GetTempFileName();

    [Fact]
    public void The_backend_starts_with_the_settings_that_deployment_shows()
    {
        var settings = Lines("backend.env.example")
            .Select(line => line.Split('=', 2))
            .ToDictionary(pair => pair[0].Replace("__", ":", StringComparison.Ordinal), pair => (string?)pair[1]);
        Assert.True(settings.ContainsKey("Entra:CertificatePath"));
        // The path is the container's.
        settings["Entra:CertificatePath"] = _certificate;
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=backend", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllBytes(_certificate, certificate.Export(X509ContentType.Pkcs12));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();

        Assert.False(BackendSettings.From(configuration).Access.AllowSelfApproval);
        using var shown = BackendIdentity.From(configuration).Certificate;
        Assert.True(shown!.HasPrivateKey);
        File.Delete(_certificate);
    }

    [Fact]
    public void The_script_grants_exactly_the_permissions_that_the_backend_uses()
    {
        var granted = Lines("register.sh")
            .SkipWhile(line => line != "graph_permissions=(").Skip(1).TakeWhile(line => line != ")").Select(line => line.Trim().Split(' ')[0]);
        var used = typeof(GraphPermissions).GetFields().Select(field => (string)field.GetRawConstantValue()!);
        Assert.Equal(used.Order(StringComparer.Ordinal), granted.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Lines(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "MarketoSetupBot.sln"))) folder = folder.Parent;
        return File.ReadLines(Path.Combine(folder.FullName, "deploy", file));
    }
}
