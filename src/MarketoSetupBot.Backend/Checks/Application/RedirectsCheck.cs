using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>No redirect address of any kind: nobody signs in to this application with a browser, and each address is a place that a token could be sent to.</summary>
internal sealed class RedirectsCheck(Readings readings, Portal portal) : ICheck
{
    public string Id => CheckIds.Redirects;

    public IReadOnlyList<string> DependsOn => [CheckIds.Application];

    public IReadOnlyList<string> Permissions => [GraphPermissions.Applications];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        var app = (await readings.ApplicationAsync(connection, cancellationToken))!;
        List<string> addresses = [.. app.Web?.RedirectUris ?? [], .. app.Spa?.RedirectUris ?? [], .. app.PublicClient?.RedirectUris ?? []];
        var page = portal.Authentication(app.AppId!);
        return (addresses.Count > 0
                ? this.Warning(new Phrase(PhraseCodes.CheckRedirectsPresent, ("count", CheckViews.Number(addresses.Count))), page)
                : this.Passed(new Phrase(PhraseCodes.CheckRedirectsNone), page))
            .Saw(Sources.Application, "redirectUris", addresses.Count).Telling(addresses.Select(a => new Phrase(PhraseCodes.DetailRedirect, ("address", a))))
            .For(WhoCan.ChangeApplications);
    }
}
