using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Backend.Undo;
using MarketoSetupBot.Contracts;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Steps;

/// <summary>The single-tenant, confidential application that Marketo signs in as. Created under our own key; corrected where somebody changed it.</summary>
internal sealed class RegisterApplication(TenantGraph graph, TenantReads reads, Patience patience, TakeOver takeOver, HandWork byHand) : IStep
{
    public const string Tag = "MarketoSetupBot";

    public StepKey Key => StepKey.Application;

    public async Task<StepResult> RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        var connection = context.Connection;
        var found = await reads.ApplicationAsync(connection, cancellationToken);
        if (found is null && Named(context) is { } named)
        {
            if (await takeOver.RunAsync(context, named, cancellationToken) is { } refused) return refused;
            found = await reads.ApplicationAsync(connection, cancellationToken);
            if (found is null) return patience.NotYetThere(context, wrote: true);
            Record(connection, found);
            if (!found.IsPublicClient()) return StepResult.Succeeded(new Phrase(PhraseCodes.AppTakenOver, ("app", found.DisplayName ?? ""), ("clientId", found.AppId ?? "")), wrote: true);
        }
        if (found is null) return await CreateAsync(context, cancellationToken);

        // Under our key but without a recorded id: the answer to our own creation was lost.
        var wrote = connection.ApplicationObjectId is null;
        Record(connection, found);
        context.Effects.Settle(EffectKind.Application, found.Id);
        if (found.IsSingleTenant() && !found.IsPublicClient())
        {
            context.Effects.Settle(EffectKind.ApplicationSettings, found.Id);
            return Said(found, wrote);
        }

        return await CorrectAsync(context, found, cancellationToken);
    }

    /// <summary>What was approved to be taken over, or what an administrator says to have registered because the backend may not.</summary>
    private static string? Named(StepContext context) => context.Details.ExistingClientId ?? context.Claim?.Answer;

    private async Task<StepResult> CreateAsync(StepContext context, CancellationToken cancellationToken)
    {
        var connection = context.Connection;
        connection.ApplicationName = context.Details.AppName;
        context.Effects.Intend(Key, EffectKind.Application);
        await context.SaveAsync(cancellationToken);

        // An upsert by our key cannot make a second application, however often an answer is lost. 204 without a body: it
        // existed after all.
        var created = await graph.FindAsync(GraphPermissions.Applications, g => g.ApplicationsWithUniqueName(connection.ApplicationKey).PatchAsync(
            Wanted(context), r => r.Headers.Add("Prefer", "create-if-missing"), cancellationToken), cancellationToken)
            .OrByHandAsync(permission => byHand.Register(context.Details, permission))
            ?? await reads.ApplicationByKeyAsync(connection.ApplicationKey, cancellationToken);
        if (created is null) return patience.NotYetThere(context, wrote: true);

        Record(connection, created);
        context.Effects.Settle(EffectKind.Application, created.Id);
        return Said(created, wrote: true);
    }

    private async Task<StepResult> CorrectAsync(StepContext context, Application found, CancellationToken cancellationToken)
    {
        var wanted = new Application { SignInAudience = TenantFacts.SingleTenant, IsFallbackPublicClient = false };
        context.Effects.Intend(Key, EffectKind.ApplicationSettings, found.Id, AppSettings.Write(found), AppSettings.Write(wanted));
        await context.SaveAsync(cancellationToken);
        await graph.TellAsync(GraphPermissions.Applications, g => g.Applications[found.Id].PatchAsync(wanted, cancellationToken: cancellationToken), cancellationToken)
            .OrByHandAsync(permission => byHand.Correct(context.Connection, permission));
        context.Effects.Settle(EffectKind.ApplicationSettings, found.Id);
        return StepResult.Succeeded(new Phrase(PhraseCodes.Done), wrote: true);
    }

    /// <summary>No redirect address: nobody signs in to this application with a browser.</summary>
    private static Application Wanted(StepContext context) => new()
    {
        DisplayName = context.Details.AppName,
        SignInAudience = TenantFacts.SingleTenant,
        IsFallbackPublicClient = false,
        Tags = [Tag, Adoption.Mark(context.Connection)],
    };

    private static void Record(Connection connection, Application app)
    {
        if (connection.ClientId != app.AppId)
        {
            // A new application: what belonged to a deleted one is gone with it.
            connection.ServicePrincipalObjectId = null;
            connection.GrantId = null;
            foreach (var secret in connection.Secrets.Where(_ => connection.ClientId is not null)) secret.Fate = SecretFate.Removed;
        }

        connection.ApplicationObjectId = app.Id;
        connection.ClientId = app.AppId;
        connection.ApplicationName = app.DisplayName ?? connection.ApplicationName;
    }

    private static StepResult Said(Application app, bool wrote) => wrote
        ? StepResult.Succeeded(new Phrase(PhraseCodes.AppCreated, ("clientId", app.AppId ?? "")), wrote)
        : StepResult.Succeeded(new Phrase(PhraseCodes.AppFoundOurs, ("app", app.DisplayName ?? ""), ("clientId", app.AppId ?? "")), wrote);
}
