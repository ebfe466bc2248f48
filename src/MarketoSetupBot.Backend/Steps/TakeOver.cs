using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Backend.Targets;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Backend.Undo;
using MarketoSetupBot.Contracts;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Steps;

/// <summary>
/// An app that somebody made by hand becomes ours to use: its object id goes on record with the mark "adopted", and our tag onto it. Credentials
/// and owners of others stay as they are. Whether it may be taken over is asked again here, whatever was approved.
/// </summary>
internal sealed class TakeOver(TenantGraph graph, CandidateReads others, Adoption adoption, HandWork byHand, BackendIdentity identity)
{
    /// <returns>Null: taken over. Otherwise what the step says instead.</returns>
    public async Task<StepResult?> RunAsync(StepContext context, string named, CancellationToken cancellationToken)
    {
        if (!Guid.TryParseExact(named.Trim(), "D", out var clientId))
            return StepResult.ByHand(new Phrase(PhraseCodes.ClientIdInvalid), byHand.Register(context.Details, GraphPermissions.Applications));
        var app = await others.ByClientIdAsync(clientId.ToString("D"), cancellationToken);
        var connection = context.Connection;
        if (adoption.WhyNot(app, clientId.ToString("D"), connection) is { } refused)
            return context.Claim is null ? StepResult.Failed(refused) : StepResult.ByHand(refused, byHand.Register(context.Details, GraphPermissions.Applications));

        // An app that was made for us because we may make none cannot be marked either.
        if (context.Details.ExistingClientId is not null && await MarkAsync(context, app!, cancellationToken) is { } waits) return waits;
        (connection.ApplicationObjectId, connection.ClientId, connection.ApplicationName, connection.ApplicationAdopted) = (app!.Id, app.AppId, app.DisplayName, true);
        await context.SaveAsync(cancellationToken);
        return null;
    }

    /// <summary>Our tag is the first write to it, and so shows whether the backend may write to it at all.</summary>
    private async Task<StepResult?> MarkAsync(StepContext context, Application app, CancellationToken cancellationToken)
    {
        var mark = Adoption.Mark(context.Connection);
        if (app.Tags?.Contains(mark) is true)
        {
            context.Effects.Settle(EffectKind.Tags, app.Id);
            return null;
        }
        List<string> wanted = [.. app.Tags ?? [], RegisterApplication.Tag, mark];
        context.Effects.Intend(StepKey.Application, EffectKind.Tags, app.Id, TagList.Write(app.Tags), TagList.Write(wanted));
        await context.SaveAsync(cancellationToken);
        try
        {
            await graph.TellAsync(GraphPermissions.Applications, g => g.Applications[app.Id].PatchAsync(
                new Application { Tags = wanted }, r => r.Options.Add(new Adopting(app.Id!)), cancellationToken), cancellationToken);
            context.Effects.Settle(EffectKind.Tags, app.Id);
            return null;
        }
        catch (TroubleException e) when (e.Trouble.Kind is TroubleKind.Forbidden)
        {
            var backend = await others.CredentialsOfPrincipalAsync(identity.ClientId, cancellationToken);
            return StepResult.ByHand(new Phrase(PhraseCodes.WaitingForOwner, ("app", app.DisplayName ?? "")), HandWork.Owner(app, backend?.Id ?? ""));
        }
    }
}
