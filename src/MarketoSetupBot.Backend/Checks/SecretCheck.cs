using System.Globalization;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>A secret that this product handed out is there, known by its key id, and has time left.</summary>
internal sealed class SecretCheck(Readings readings, Portal portal, TimeProvider time) : ICheck
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    public string Id => CheckIds.Secret;

    public IReadOnlyList<string> DependsOn => [CheckIds.Application];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        var app = (await readings.ApplicationAsync(connection, cancellationToken))!;
        var page = portal.Credentials(app.AppId!);
        var ours = connection.Secrets.Where(s => s.Fate is not (SecretFate.Requested or SecretFate.Removed)).Select(s => s.KeyId).ToHashSet();
        var present = app.PasswordCredentials ?? [];
        var unaccounted = present.Count(c => !ours.Contains(c.KeyId));

        var newest = present.Where(c => ours.Contains(c.KeyId)).MaxBy(c => c.EndDateTime);
        if (newest?.EndDateTime is not { } expires)
            return this.Failed(new Phrase(PhraseCodes.CheckSecretMissing), page);
        var left = expires - time.GetUtcNow();
        if (left <= TimeSpan.Zero) return this.Failed(new Phrase(PhraseCodes.CheckSecretExpired, ("expires", Instant(expires))), page);
        if (left <= Soon) return this.Warning(Dated(PhraseCodes.CheckSecretExpiresSoon, left, expires), page);
        return unaccounted > 0
            ? this.Warning(new Phrase(PhraseCodes.CheckSecretsUnaccounted, ("count", unaccounted.ToString(CultureInfo.InvariantCulture))), page)
            : this.Passed(Dated(PhraseCodes.CheckSecretValid, left, expires), page);
    }

    private static Phrase Dated(string code, TimeSpan left, DateTimeOffset expires) =>
        new(code, ("days", ((int)left.TotalDays).ToString(CultureInfo.InvariantCulture)), ("expires", Instant(expires)));

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
