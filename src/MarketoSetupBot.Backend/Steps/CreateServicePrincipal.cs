using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Backend.Undo;
using MarketoSetupBot.Contracts;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Steps;

/// <summary>The application's presence in the tenant, which consent and sign-in rest on.</summary>
internal sealed class CreateServicePrincipal(TenantGraph graph, TenantReads reads, Patience patience, HandWork byHand) : IStep
{
    public StepKey Key => StepKey.ServicePrincipal;

    public async Task<StepResult> RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        var connection = context.Connection;
        if (connection.ClientId is not { } clientId) return StepResult.Failed(new Phrase(PhraseCodes.FailedAppGone));

        var found = await reads.ServicePrincipalAsync(clientId, cancellationToken);
        // A service principal of our own application can only be ours: Entra keeps one per application and tenant. One that is
        // not on record is an earlier attempt whose answer was lost.
        var wrote = found is null || connection.ServicePrincipalObjectId is null;
        found ??= await CreateAsync(context, clientId, cancellationToken);
        if (found is null) return patience.NotYetThere(context);

        connection.ServicePrincipalObjectId = found.Id;
        context.Effects.Settle(EffectKind.ServicePrincipal, found.Id);
        return StepResult.Succeeded(new Phrase(wrote ? PhraseCodes.Done : PhraseCodes.ServicePrincipalFound), wrote);
    }

    /// <returns>Null when the application is too young for Entra to build on.</returns>
    private async Task<ServicePrincipal?> CreateAsync(StepContext context, string clientId, CancellationToken cancellationToken)
    {
        context.Effects.Intend(Key, EffectKind.ServicePrincipal);
        await context.SaveAsync(cancellationToken);
        try
        {
            return await graph.AskAsync(GraphPermissions.Applications, g => g.ServicePrincipals.PostAsync(
                new ServicePrincipal { AppId = clientId, Tags = [RegisterApplication.Tag] }, cancellationToken: cancellationToken), cancellationToken)
                .OrByHandAsync(permission => byHand.ServicePrincipal(context.Connection, permission));
        }
        catch (TroubleException e) when (e.Trouble.Kind is TroubleKind.Refused && patience.IsYoung(context))
        {
            // 400: "does not reference a valid application object", for an application that was created a moment ago.
            return null;
        }
    }
}
