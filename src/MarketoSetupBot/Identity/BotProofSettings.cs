using MarketoSetupBot.Settings;

namespace MarketoSetupBot.Identity;

/// <summary>Reads how the bot proves itself: exactly one way, and whatever belongs to it.</summary>
internal static class BotProofSettings
{
    private const string Type = "MicrosoftAppType";
    private const string Password = "MicrosoftAppPassword";
    private const string Certificate = "MicrosoftAppCertificatePath";
    private const string ManagedIdentity = "MicrosoftAppManagedIdentity";
    private const string TokenFile = "MicrosoftAppFederatedTokenFile";

    private static readonly string[] Ways = [Password, Certificate, ManagedIdentity, TokenFile];

    /// <exception cref="SettingsException">One sentence about the first setting that is missing, wrong or one too many.</exception>
    public static BotProof Read(SettingsReader read)
    {
        var set = Ways.Where(way => read.Maybe(way) is not null).ToArray();
        return (read.Optional(Type, "SingleTenant").ToUpperInvariant(), set) switch
        {
            ("USERASSIGNEDMSI", []) => new BotProof.OwnIdentity(),
            ("USERASSIGNEDMSI", _) => throw new SettingsException($"{Type} is UserAssignedMSI, so the managed identity is the proof and {set[0]} must not be set."),
            ("SINGLETENANT", []) => throw new SettingsException($"The setting {Password} is missing; set it or one of {Certificate}, {ManagedIdentity} and {TokenFile}."),
            ("SINGLETENANT", [var way]) => Read(read, way),
            ("SINGLETENANT", _) => throw new SettingsException($"Set only one of {string.Join(" and ", set)}: the bot proves itself in one way."),
            var (type, _) => throw new SettingsException($"The setting {Type} must be SingleTenant or UserAssignedMSI, but it is \"{type}\"."),
        };
    }

    private static BotProof Read(SettingsReader read, string way)
    {
        if (way is not Certificate) CertificateFile.RefuseLeftOvers(read, Certificate);
        return way switch
        {
            Password => new BotProof.Password(read.Required(Password)),
            Certificate => new BotProof.Certificate(CertificateFile.Load(read, Certificate)),
            ManagedIdentity when read.Required(ManagedIdentity) is "system" => new BotProof.TrustedIdentity(clientId: null),
            ManagedIdentity => new BotProof.TrustedIdentity(read.Guid(ManagedIdentity)),
            _ => new BotProof.TokenFile(read.ExistingFile(TokenFile)),
        };
    }
}
