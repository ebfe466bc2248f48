using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Backend.Tenant;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Secrets;

/// <summary>
/// The one caller of <c>addPassword</c>. The value it answers goes into the return value and nowhere else: no log, no
/// exception, no field. Nothing is repeated; an answer that was lost is the caller's to clean up by marker.
/// </summary>
internal sealed class SecretIssuer(TenantGraph graph, TenantReads reads) : ISecretIssuer
{
    /// <summary>Room for the marker within what Entra keeps of a display name.</summary>
    private const int LongestDescription = 60;

    /// <summary>How Entra's codes for a refusal by an app management policy end.</summary>
    private const string PolicyCode = "AsPerAppPolicy";

    public async Task<NewSecret> IssueAsync(
        Connection connection, string description, string marker, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        var application = connection.ApplicationObjectId ?? throw new SecretRefusedException("application-not-made", null);
        try
        {
            var created = await graph.AskAsync(GraphPermissions.Applications, g => g.Applications[application].AddPassword.PostAsync(new()
            {
                PasswordCredential = new PasswordCredential { DisplayName = Name(description, marker), EndDateTime = expiresAt },
            }, cancellationToken: cancellationToken), cancellationToken);
            return created is { SecretText: { Length: > 0 } value, KeyId: { } keyId }
                ? new NewSecret(keyId, value, created.EndDateTime ?? expiresAt)
                : throw new TenantUnavailableException(null, code: "empty-answer");
        }
        catch (TroubleException e)
        {
            throw await ExplainAsync(connection, e.Trouble, cancellationToken);
        }
    }

    public async Task<IReadOnlyList<PresentSecret>> ListAsync(Connection connection, CancellationToken cancellationToken)
    {
        if (connection.ApplicationObjectId is not { } application) return [];
        try
        {
            return [.. (await CredentialsAsync(application, cancellationToken)).Where(c => c.KeyId is not null).Select(c => new PresentSecret(c.KeyId!.Value, c.StartDateTime, c.EndDateTime))];
        }
        catch (TroubleException e)
        {
            throw e.Trouble.AsUnavailable();
        }
    }

    public async Task RemoveAsync(Connection connection, IssuedSecret secret, CancellationToken cancellationToken)
    {
        if (connection.ApplicationObjectId is not { } application) return;
        try
        {
            // A known key id is removed without looking: a replica that has not heard of it yet must not save it.
            Guid[] doomed = secret.KeyId is { } known ? [known] : await MarkedAsync(application, secret.Marker, cancellationToken);
            foreach (var keyId in doomed) await RemoveAsync(application, keyId, cancellationToken);
        }
        catch (TroubleException e)
        {
            throw e.Trouble.AsUnavailable();
        }
    }

    private async Task RemoveAsync(string application, Guid keyId, CancellationToken cancellationToken)
    {
        try
        {
            await graph.TellAsync(GraphPermissions.Applications,
                g => g.Applications[application].RemovePassword.PostAsync(new() { KeyId = keyId }, cancellationToken: cancellationToken), cancellationToken);
        }
        catch (TroubleException e) when (e.Trouble.Kind is TroubleKind.Absent or TroubleKind.Refused)
        {
            // Already gone is what was wanted; anything else that is refused is not.
            if ((await CredentialsAsync(application, cancellationToken)).Any(c => c.KeyId == keyId)) throw;
        }
    }

    private async Task<Guid[]> MarkedAsync(string application, string marker, CancellationToken cancellationToken) =>
        [.. (await CredentialsAsync(application, cancellationToken))
            .Where(c => c.KeyId is not null && c.DisplayName?.EndsWith(marker, StringComparison.Ordinal) is true)
            .Select(c => c.KeyId!.Value)];

    private async Task<IReadOnlyList<PasswordCredential>> CredentialsAsync(string application, CancellationToken cancellationToken)
    {
        var app = await graph.FindAsync(GraphPermissions.Applications, g => g.Applications[application]
            .GetAsync(r => r.QueryParameters.Select = ["id", "passwordCredentials"], cancellationToken), cancellationToken);
        return app?.PasswordCredentials ?? [];
    }

    private async Task<Exception> ExplainAsync(Connection connection, Trouble trouble, CancellationToken cancellationToken) => trouble.Kind switch
    {
        TroubleKind.Forbidden => new SecretRefusedException(trouble.Code,
            trouble.Code.EndsWith(PolicyCode, StringComparison.Ordinal) ? null : trouble.Permission),
        TroubleKind.NotOurs => new SecretRefusedException(trouble.Code, null, keptIn: true),
        TroubleKind.Refused or TroubleKind.Conflict => new SecretRefusedException(trouble.Code, null),
        // The application may be too young for the replica that was asked; when its service principal is gone as well, it was deleted.
        TroubleKind.Absent when await GoneAsync(connection, cancellationToken) => new SecretRefusedException(trouble.Code, null),
        _ => trouble.AsUnavailable(),
    };

    private async Task<bool> GoneAsync(Connection connection, CancellationToken cancellationToken)
    {
        if (connection.ClientId is not { } clientId) return true;
        try
        {
            return await reads.ServicePrincipalAsync(clientId, cancellationToken) is null;
        }
        catch (TroubleException)
        {
            return false;
        }
    }

    private static string Name(string description, string marker) =>
        $"{(description.Length > LongestDescription ? description[..LongestDescription] : description)} {marker}";
}
