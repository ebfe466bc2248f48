using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Steps;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Plans;

/// <summary>Which apps may be taken over at all. An approval cannot change these rules.</summary>
internal sealed class Adoption(ProductApps product)
{
    /// <param name="app">As read from this tenant's application objects: an app of another tenant has none here.</param>
    /// <returns>Null: it may, after approval.</returns>
    public Phrase? WhyNot(Application? app, string clientId, Connection connection) => app switch
    {
        _ when product.Include(clientId) || product.Include(app?.AppId) => new Phrase(PhraseCodes.AdoptProductApp),
        null => new Phrase(PhraseCodes.AdoptUnknownApp, ("clientId", clientId)),
        _ when !app.IsSingleTenant() => Named(PhraseCodes.AdoptMultiTenant, app),
        { DisabledByMicrosoftStatus: { Length: > 0 } status } when status != "NotDisabled" => new Phrase(PhraseCodes.BlockedAppDisabledByMicrosoft),
        _ when BelongsToAnother(app, connection) => Named(PhraseCodes.AdoptOtherSetup, app),
        _ => null,
    };

    public static string Mark(Connection connection) => $"connection:{connection.Id:D}";

    private static bool BelongsToAnother(Application app, Connection connection) =>
        app.Tags?.Contains(RegisterApplication.Tag) is true && !app.Tags.Contains(Mark(connection));

    private static Phrase Named(string code, Application app) => new(code, ("app", app.DisplayName ?? ""));
}
