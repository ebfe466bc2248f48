using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace MarketoSetupBot.Dialogs;

/// <summary>The dialog stack about one run in one conversation.</summary>
internal sealed class RunStack(IStorage storage, string conversation, Guid run) : BotState(storage, nameof(RunStack))
{
    public IStatePropertyAccessor<DialogState> Dialogs => CreateProperty<DialogState>("dialogs");

    public IStatePropertyAccessor<string> DialogVersion => CreateProperty<string>("version");

    protected override string GetStorageKey(ITurnContext turnContext) => $"run/{conversation}/{run:D}";
}
