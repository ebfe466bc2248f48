using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>The newest secret that was handed out is valid, and for a while yet.</summary>
internal sealed class SecretExpiryCheck(Readings readings, Portal portal, TimeProvider time) : ICheck
{
    public string Id => CheckIds.SecretExpiry;

    public IReadOnlyList<string> DependsOn => [CheckIds.Secret];

    public IReadOnlyList<string> Permissions => [GraphPermissions.Applications];

    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        var app = (await readings.ApplicationAsync(connection, cancellationToken))!;
        var expires = app.HandedOut(connection).Max(c => c.EndDateTime) ?? DateTimeOffset.MinValue;
        var left = expires - time.GetUtcNow();
        return Judge(left, expires, portal.Credentials(app.AppId!)).Saw(Sources.Application, "passwordCredentials.endDateTime", expires).For(WhoCan.ChangeApplications);
    }

    private CheckView Judge(TimeSpan left, DateTimeOffset expires, Uri page)
    {
        if (left <= TimeSpan.Zero) return this.Failed(new Phrase(PhraseCodes.CheckSecretExpired, ("expires", CheckViews.Instant(expires))), page);
        return left <= Soon ? this.Warning(Dated(PhraseCodes.CheckSecretExpiresSoon), page) : this.Passed(Dated(PhraseCodes.CheckSecretValid), page);

        Phrase Dated(string code) => new(code, ("days", CheckViews.Number((int)left.TotalDays)), ("expires", CheckViews.Instant(expires)));
    }
}
