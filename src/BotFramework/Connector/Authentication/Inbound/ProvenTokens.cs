using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Microsoft.Bot.Connector.Authentication.Inbound;

/// <summary>
/// Tokens whose signature, issuer and audience were checked and held. The Bot Framework sends the same one with every request for an hour, and what
/// is so of a text stays so of it; what can change meanwhile (its key, the time, the activity beside it) is checked each time.
/// </summary>
internal sealed class ProvenTokens
{
    // One is in use per region of Teams at a time. Only what the Bot Framework signed ever gets in here, so nobody else can fill it.
    private const int Most = 64;

    private readonly ConcurrentDictionary<string, Proof> proofs = new(StringComparer.Ordinal);

    public bool TryFind(string header, [NotNullWhen(true)] out Proof? proof) => proofs.TryGetValue(header, out proof);

    public void Keep(string header, Proof proof)
    {
        if (proofs.Count >= Most) proofs.Clear();
        proofs[header] = proof;
    }

    /// <param name="Token">What was checked.</param>
    /// <param name="Key">With which its signature was checked: that very object, as it was read.</param>
    /// <param name="Identity">What it says; to be copied before it is given away.</param>
    public sealed record Proof(JsonWebToken Token, ChannelKey Key, ClaimsIdentity Identity)
    {
        /// <summary>Nothing of the token, wherever this is printed.</summary>
        public override string ToString() => nameof(Proof);
    }
}
