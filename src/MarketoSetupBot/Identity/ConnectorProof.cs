using MarketoSetupBot.Settings;
using Microsoft.Bot.Connector.Authentication;

namespace MarketoSetupBot.Identity;

/// <summary>The bot's proof towards the Bot Framework, by the framework's own factories where it has one.</summary>
internal static class ConnectorProof
{
    public static ServiceClientCredentialsFactory Create(BotSettings settings, Func<BotApplication> application, ILogger logger) => settings.Proof switch
    {
        BotProof.Password password => new PasswordServiceClientCredentialFactory(settings.AppId, password.Value, settings.TenantId, null, logger),
        BotProof.Certificate certificate => new CertificateServiceClientCredentialsFactory(certificate.Value, settings.AppId, settings.TenantId, logger: logger),
        BotProof.OwnIdentity => new ManagedIdentityServiceClientCredentialsFactory(settings.AppId, logger: logger),
        BotProof.TrustedIdentity { ClientId: { } identity } => new FederatedServiceClientCredentialsFactory(settings.AppId, identity, settings.TenantId, logger: logger),
        // The framework knows neither the machine's own identity nor a token in a file.
        _ => new ApplicationCredentialsFactory(settings.AppId, application()),
    };
}
