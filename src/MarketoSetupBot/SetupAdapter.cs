using MarketoSetupBot.Acts;
using MarketoSetupBot.Admission;
using MarketoSetupBot.Backend;
using MarketoSetupBot.Cards;
using MarketoSetupBot.Threads;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace MarketoSetupBot;

/// <summary>The adapter with our admission before every turn, and words for whatever goes wrong in one.</summary>
internal sealed partial class SetupAdapter : CloudAdapter
{
    private readonly ILogger<SetupAdapter> log;

    public SetupAdapter(BotFrameworkAuthentication authentication, Doorkeeper doorkeeper, ILogger<SetupAdapter> log)
        : base(authentication, log)
    {
        this.log = log;
        Use(doorkeeper);
        OnTurnError = ApologiseAsync;
    }

    private async Task ApologiseAsync(ITurnContext turn, Exception exception)
    {
        // An event of our own: whoever asked for it wants the exception, and repeats.
        if (turn.Activity.Type == ActivityTypes.Event) throw exception;
        LogFailed(log, turn.Activity.Type, exception.GetType().Name, exception);
        var problem = Problems.Unexpected;
        var culture = Cultures.Of(turn.Activity);
        try
        {
            if (turn.Activity.Type == ActivityTypes.Invoke)
                await turn.SendActivityAsync(new Activity
                {
                    Type = ActivityTypesEx.InvokeResponse,
                    Value = new InvokeResponse { Status = 200, Body = Answers.With(ProblemWords.For(problem, Language.Words.For(culture))) },
                });
            else
                await turn.SendActivityAsync(Sending.Message(ProblemCard.For(problem, culture)));
        }
        catch (Exception e) when (TeamsRefusals.Knows(e))
        {
            LogNotEvenThat(log, e.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Error, "A turn of type {Type} failed: {Reason}.")]
    private static partial void LogFailed(ILogger log, string type, string reason, Exception exception);

    [LoggerMessage(LogLevel.Error, "Nor did Teams take the apology ({Reason}).")]
    private static partial void LogNotEvenThat(ILogger log, string reason);
}
