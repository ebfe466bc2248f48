using MarketoSetupBot.Backend.Connections;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>Which of an application's client secrets this product issued, and which of those somebody may have.</summary>
internal static class OurSecrets
{
    /// <summary>Longer than any hand-over takes.</summary>
    private static readonly TimeSpan HandOver = TimeSpan.FromMinutes(5);

    /// <summary>Handed to a person, who said so or did not.</summary>
    public static IReadOnlyList<PasswordCredential> HandedOut(this Application app, Connection connection) =>
        [.. Present(app).Where(c => connection.Secrets.Any(s => s.Fate is not (SecretFate.Requested or SecretFate.Removed) && Is(s, c)))];

    /// <summary>
    /// Nobody can have got the value: it was asked for and the answer was lost, or it was taken back and the removal did not happen. One that is being
    /// handed out at this moment is not meant.
    /// </summary>
    public static IReadOnlyList<PasswordCredential> Orphaned(this Application app, Connection connection, DateTimeOffset now) =>
        [.. Present(app).Where(c => connection.Secrets.Any(s => Is(s, c) && (s.Fate is SecretFate.Removed || (s.Fate is SecretFate.Requested && s.RequestedAt < now - HandOver))))];

    public static IReadOnlyList<PasswordCredential> Foreign(this Application app, Connection connection) =>
        [.. Present(app).Where(c => !connection.Secrets.Any(s => Is(s, c)))];

    private static List<PasswordCredential> Present(Application app) => app.PasswordCredentials ?? [];

    /// <summary>By key id; by the marker at the end of its display name where the key id never arrived.</summary>
    private static bool Is(IssuedSecret ours, PasswordCredential there) =>
        ours.KeyId is { } key ? key == there.KeyId : there.DisplayName?.EndsWith(ours.Marker, StringComparison.Ordinal) is true;
}
