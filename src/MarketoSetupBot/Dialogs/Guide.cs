using System.Globalization;
using MarketoSetupBot.Cards;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.State;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace MarketoSetupBot.Dialogs;

/// <summary>Runs the journey's dialog on a run and gives back the card it leaves. The changed stack waits in the storage of the turn.</summary>
internal sealed class Guide(SetupDialog journey)
{
    private static readonly string Version = SetupDialog.Version.ToString(CultureInfo.InvariantCulture);

    public async Task<Scene> FollowAsync(ITurnContext turn, TurnStorage storage, string conversation, RunView run, DetailsForm? form, CultureInfo culture, CancellationToken cancellationToken)
    {
        var scene = new Scene(run, form, culture);
        turn.TurnState.Set(scene);
        var stack = new RunStack(storage, conversation, run.Id);
        await stack.LoadAsync(turn, force: true, cancellationToken);
        if (await stack.DialogVersion.GetAsync(turn, () => Version, cancellationToken) != Version)
        {
            await stack.ClearStateAsync(turn, cancellationToken);
            await stack.DialogVersion.SetAsync(turn, Version, cancellationToken);
        }

        await journey.RunAsync(turn, stack.Dialogs, cancellationToken);
        await stack.SaveChangesAsync(turn, force: false, cancellationToken);
        return scene;
    }
}
