using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Checks;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Dataverse;
using MarketoSetupBot.Backend.Halt;
using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Backend.Secrets;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Terminal;

/// <summary>
/// Signs in once as Marketo does, with a password that the operator typed and a secret that is made for it and removed again. No check can be as sure:
/// password, second factors, policies and consent are all judged by Entra itself.
/// </summary>
internal sealed class Probe(ProbeSecret secrets, PasswordGrant grant, AuditTrail audit, Halts halts, Portal portal, TimeProvider clock)
{
    /// <summary>Of Entra to hear of its own new secret everywhere; seconds as a rule.</summary>
    private static readonly TimeSpan UntilKnown = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    /// <summary>Well before the sweep takes the secret away.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private const int SecretWrong = 7000215;

    /// <returns>Null: there is something to try. Otherwise why there is not.</returns>
    public static Phrase? WhyNot(Connection connection) => connection switch
    {
        { Method: AuthenticationMethod.ServerToServer } => new Phrase(PhraseCodes.ProbeNeedsNoPassword),
        { ClientId: null } or { ApplicationObjectId: null } or { SyncUser: null } => new Phrase(PhraseCodes.ProbeNothingThere),
        _ when OrganisationHost.Of(connection) is null => new Phrase(PhraseCodes.ProbeNothingThere),
        _ => null,
    };

    /// <summary>Never throws because somebody pressed Ctrl-C: the secret is removed first, and the result says so.</summary>
    public async Task<ProbeResult> RunAsync(Connection connection, TypedPassword password, string operatorId, CancellationToken cancellationToken)
    {
        if (await halts.CurrentAsync(cancellationToken) is not null)
            return NotMade(connection, PhraseCodes.ProbeHalted);
        Errand.Begin(connection.Id, operatorId);
        var intent = await secrets.IntendAsync(connection, operatorId, cancellationToken);
        var (nothingWasMade, removed) = (false, false);
        ProbeResult result;
        try
        {
            using var late = new CancellationTokenSource(Limit, clock);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
            result = await TryAsync(connection, intent, password, stop.Token);
        }
        catch (SecretRefusedException e)
        {
            nothingWasMade = true;
            result = NotMade(connection, e.MissingPermission is { } permission
                ? new Phrase(PhraseCodes.ProbePermissionMissing, ("permission", permission))
                : new Phrase(PhraseCodes.ProbeSecretRefused, ("code", e.Code)));
        }
        catch (TenantUnavailableException)
        {
            result = NotMade(connection, PhraseCodes.ProbeNoAnswer);
        }
        catch (OperationCanceledException)
        {
            result = NotMade(connection, cancellationToken.IsCancellationRequested ? PhraseCodes.ProbeInterrupted : PhraseCodes.ProbeNoAnswer);
        }
        finally
        {
            removed = await secrets.RemoveAsync(connection, intent, nothingWasMade);
        }
        await audit.WriteAsync(operatorId, AuditEvents.Probe, connection.Id, result.Code is { } code ? "AADSTS" + CheckViews.Number(code.Number) : result.Outcome.ToString(), CancellationToken.None);
        return result with { SecretRemoved = removed, At = clock.GetUtcNow() };
    }

    private async Task<ProbeResult> TryAsync(Connection connection, IssuedSecret intent, TypedPassword password, CancellationToken cancellationToken)
    {
        var (clientId, user, scope) = (connection.ClientId!, connection.SyncUser!, OrganisationHost.Of(connection)!.Origin + "/.default");
        var secret = await secrets.CreateAsync(connection, intent, cancellationToken);
        await UntilKnownAsync(clientId, secret, scope, cancellationToken);
        return await grant.AskAsync(clientId, secret, scope, user, password, cancellationToken) switch
        {
            GrantAnswer.Granted => new ProbeResult(ProbeOutcome.SignedIn, user, new Phrase(PhraseCodes.ProbeSignedIn, ("user", user))),
            GrantAnswer.Refused(SecretWrong) => NotMade(connection, PhraseCodes.ProbeSecretUnknown),
            GrantAnswer.Refused(var code) => Refused(connection, AadstsCodes.Of(code)),
            _ => NotMade(connection, PhraseCodes.ProbeNoAnswer),
        };
    }

    /// <summary>The one attempt must not be lost to a secret that is a second old, so that is found out without the user first.</summary>
    private async Task UntilKnownAsync(string clientId, string secret, string scope, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow() + UntilKnown;
        while (await grant.AskForItselfAsync(clientId, secret, scope, cancellationToken) is GrantAnswer.Refused(SecretWrong) && clock.GetUtcNow() < until)
            await Task.Delay(Pause, clock, cancellationToken);
    }

    private ProbeResult Refused(Connection connection, AadstsCode code) =>
        new(ProbeOutcome.Refused, connection.SyncUser!, new Phrase(code.Cause, ("code", CheckViews.Number(code.Number)), ("count", "1")), code)
        {
            Portal = portal.Of(code.Page, connection.ClientId!, connection.ServicePrincipalObjectId, userId: null),
        };

    private static ProbeResult NotMade(Connection connection, string why) => NotMade(connection, new Phrase(why));

    public static ProbeResult NotMade(Connection connection, Phrase why) => new(ProbeOutcome.NotMade, connection.SyncUser!, why);
}
