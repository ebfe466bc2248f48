using System.Globalization;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>No redirect address of any kind: nobody signs in to this application with a browser, and each address is a place that a token could be sent to.</summary>
internal sealed class RedirectsCheck(Readings readings, Portal portal) : ICheck
{
    public string Id => CheckIds.Redirects;

    public IReadOnlyList<string> DependsOn => [CheckIds.Application];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        var app = (await readings.ApplicationAsync(connection, cancellationToken))!;
        var count = (app.Web?.RedirectUris?.Count ?? 0) + (app.Spa?.RedirectUris?.Count ?? 0) + (app.PublicClient?.RedirectUris?.Count ?? 0);
        return count > 0
            ? this.Warning(new Phrase(PhraseCodes.CheckRedirectsPresent, ("count", count.ToString(CultureInfo.InvariantCulture))), portal.Authentication(app.AppId!))
            : this.Passed(new Phrase(PhraseCodes.CheckRedirectsNone), portal.Authentication(app.AppId!));
    }
}
