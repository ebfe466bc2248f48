using System.Security.Cryptography.X509Certificates;

namespace MarketoSetupBot.Identity;

/// <summary>
/// How the bot proves to Entra that it is its app; one of a closed set. Classes and no records: a record would print what it holds.
/// </summary>
internal abstract class BotProof
{
    private BotProof()
    {
    }

    /// <summary>A client secret, which can be copied and expires. Prefer any of the others.</summary>
    public sealed class Password(string value) : BotProof
    {
        public string Value => value;
    }

    /// <summary>A certificate with its private key, registered with the app.</summary>
    public sealed class Certificate(X509Certificate2 value) : BotProof
    {
        public X509Certificate2 Value => value;
    }

    /// <summary>The bot's app is itself a user-assigned managed identity (<c>UserAssignedMSI</c>).</summary>
    public sealed class OwnIdentity : BotProof;

    /// <summary>A managed identity that the app trusts through a federated credential.</summary>
    /// <param name="clientId">Client id of a user-assigned identity; null stands for the machine's own.</param>
    public sealed class TrustedIdentity(string? clientId) : BotProof
    {
        public string? ClientId => clientId;
    }

    /// <summary>A token that the platform writes to a file and renews there, such as a Kubernetes service account's, trusted through a federated credential.</summary>
    public sealed class TokenFile(string path) : BotProof
    {
        public string Path => path;
    }
}
