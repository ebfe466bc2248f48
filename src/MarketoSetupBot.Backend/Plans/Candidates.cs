using System.Globalization;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Plans;

/// <summary>Apps that somebody may have made by hand for the same purpose, with all that an approver should know before one is taken over.</summary>
internal sealed class Candidates(CandidateReads reads, Adoption adoption)
{
    /// <summary>More would not fit a card, and would not help anybody choose.</summary>
    private const int Most = 3;

    /// <summary>The one that was named, or else those of the same name and those that may sign in to Dynamics already.</summary>
    /// <exception cref="TroubleException" />
    public async Task<IReadOnlyList<AppCandidateView>> FindAsync(
        Connection connection, DetailsView details, DynamicsCrm? dynamics, IReadOnlyList<Application> namesakes, CancellationToken cancellationToken)
    {
        if (connection.ApplicationObjectId is not null) return [];
        if (details.ExistingClientId is { } named)
            return await reads.ByClientIdAsync(named, cancellationToken) is { } app ? [await ViewAsync(app, connection, cancellationToken)] : [];
        var holders = dynamics is null ? [] : await reads.HoldersAsync(dynamics, cancellationToken);
        var ids = namesakes.Select(a => a.AppId).Concat(holders).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Take(Most);
        var apps = await Task.WhenAll(ids.Select(id => reads.ByClientIdAsync(id, cancellationToken)));
        var views = await Task.WhenAll(apps.OfType<Application>().Select(app => ViewAsync(app, connection, cancellationToken)));
        return [.. views.Where(v => v.Refused is null)];
    }

    private async Task<AppCandidateView> ViewAsync(Application app, Connection connection, CancellationToken cancellationToken)
    {
        var owners = reads.OwnersAsync(app.Id!, cancellationToken);
        var principal = reads.CredentialsOfPrincipalAsync(app.AppId!, cancellationToken);
        var federated = reads.FederatedAsync(app.Id!, cancellationToken);
        return new AppCandidateView
        {
            ClientId = app.AppId!,
            Name = app.DisplayName ?? "",
            CreatedAt = app.CreatedDateTime,
            Owners = [.. (await owners).Take(5)],
            RedirectAddresses =
            [
                .. ((IEnumerable<string>)[.. app.Web?.RedirectUris ?? [], .. app.Spa?.RedirectUris ?? [], .. app.PublicClient?.RedirectUris ?? []]).Take(5),
            ],
            Permissions = (app.RequiredResourceAccess ?? []).Sum(r => r.ResourceAccess?.Count ?? 0),
            AsksForDynamics = app.RequiredResourceAccess?.Any(TenantFacts.IsDynamics) is true,
            Credentials =
            [
                .. Of(app.PasswordCredentials, app.KeyCredentials, onPrincipal: false),
                .. await principal is { } there ? Of(there.PasswordCredentials, there.KeyCredentials, onPrincipal: true) : [],
                .. (await federated).Select(f => new Phrase(PhraseCodes.CandidateFederated, ("name", f.Name ?? ""))),
            ],
            Refused = adoption.WhyNot(app, app.AppId!, connection),
        };
    }

    private static IEnumerable<Phrase> Of(IEnumerable<PasswordCredential>? secrets, IEnumerable<KeyCredential>? keys, bool onPrincipal) =>
    [
        .. (secrets ?? []).Select(s => Credential(onPrincipal ? PhraseCodes.CandidatePrincipalSecret : PhraseCodes.CandidateSecret, s.DisplayName, s.EndDateTime)),
        .. (keys ?? []).Select(k => Credential(onPrincipal ? PhraseCodes.CandidatePrincipalKey : PhraseCodes.CandidateKey, k.DisplayName, k.EndDateTime)),
    ];

    private static Phrase Credential(string code, string? name, DateTimeOffset? ends) =>
        new(code, ("name", name ?? "–"), ("expires", ends?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "–"));
}
