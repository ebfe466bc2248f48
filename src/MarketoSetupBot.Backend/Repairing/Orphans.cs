using MarketoSetupBot.Backend.Connections;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Repairing;

/// <summary>Credentials that this product asked for and nobody ever got: by recorded key id or by the marker of our own request. A foreign one never is.</summary>
internal static class Orphans
{
    /// <summary>A click on Collect that is being answered just now is no orphan.</summary>
    private static readonly TimeSpan InFlight = TimeSpan.FromMinutes(2);

    public static IReadOnlyList<IssuedSecret> Of(Connection connection, Application application, DateTimeOffset now) =>
        [.. connection.Secrets
            .Where(s => s.Fate is SecretFate.Removed || (s.Fate is SecretFate.Requested && now - s.RequestedAt > InFlight))
            .Where(s => (application.PasswordCredentials ?? []).Any(c => Is(c, s)))];

    private static bool Is(PasswordCredential credential, IssuedSecret secret) => secret.KeyId is { } known
        ? credential.KeyId == known
        : credential.DisplayName?.EndsWith(secret.Marker, StringComparison.Ordinal) is true;
}
