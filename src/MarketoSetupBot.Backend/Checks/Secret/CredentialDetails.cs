using MarketoSetupBot.Contracts;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>A credential in words: everything that finds it in the portal, and nothing that would help to use it.</summary>
internal static class CredentialDetails
{
    public static Phrase Of(PasswordCredential one) => Keyed(PhraseCodes.DetailPasswordCredential, one.DisplayName, one.KeyId, one.EndDateTime);

    public static Phrase Of(KeyCredential one) => Keyed(PhraseCodes.DetailKeyCredential, one.DisplayName, one.KeyId, one.EndDateTime);

    public static Phrase Of(FederatedIdentityCredential one) =>
        new(PhraseCodes.DetailFederatedCredential, ("name", one.Name ?? ""), ("issuer", one.Issuer ?? ""), ("subject", one.Subject ?? ""));

    private static Phrase Keyed(string code, string? name, Guid? key, DateTimeOffset? ends) =>
        new(code, ("name", name ?? ""), ("key", key?.ToString("D") ?? ""), ("expires", ends is { } at ? CheckViews.Instant(at) : ""));
}
