using MarketoSetupBot.Backend.Steps;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Backend.Undo;
using MarketoSetupBot.Contracts;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Repairing;

/// <summary>"Allow public client flows" off, on our own application and nothing else.</summary>
internal sealed class TurnOffPublicClient(TenantGraph graph, TenantReads reads) : IStep
{
    public StepKey Key => StepKey.TurnOffPublicClient;

    public async Task<StepResult> RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        if (await reads.ApplicationAsync(context.Connection, cancellationToken) is not { Id: { } id } app)
            return StepResult.Failed(new Phrase(PhraseCodes.FailedAppGone));
        if (!app.IsPublicClient())
        {
            context.Effects.Settle(EffectKind.ApplicationSettings, id);
            return StepResult.Succeeded(new Phrase(PhraseCodes.RepairPublicClientOff), wrote: false);
        }
        var after = new Application { SignInAudience = app.SignInAudience, IsFallbackPublicClient = false };
        context.Effects.Intend(Key, EffectKind.ApplicationSettings, id, AppSettings.Write(app), AppSettings.Write(after));
        await context.SaveAsync(cancellationToken);
        await graph.TellAsync(GraphPermissions.Applications, g => g.Applications[id].PatchAsync(
            new Application { IsFallbackPublicClient = false }, cancellationToken: cancellationToken), cancellationToken);
        context.Effects.Settle(EffectKind.ApplicationSettings, id);
        return StepResult.Succeeded(new Phrase(PhraseCodes.Done), wrote: true);
    }
}
