using System.Globalization;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Dialogs;
using MarketoSetupBot.Tests.Cards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Testing;
using Microsoft.Bot.Schema;

namespace MarketoSetupBot.Tests.Dialogs;

public sealed class Waiting_for_the_run
{
    [Theory]
    [InlineData(ActivityTypes.Message)]
    [InlineData(ActivityTypes.Invoke)]
    [InlineData(ActivityTypes.Event)]
    public async Task Ends_with_any_kind_of_activity_once_the_run_moved(string type)
    {
        var truth = new Truth { Run = Samples.Planned };
        var client = new DialogTestClient("msteams", new PlanDialog(), middlewares: [truth]);

        await SendAsync(client, type);
        Assert.Equal(DialogTurnStatus.Waiting, client.DialogTurnResult.Status);
        await SendAsync(client, type);
        Assert.Equal(DialogTurnStatus.Waiting, client.DialogTurnResult.Status);

        truth.Run = Samples.Delivering();
        await SendAsync(client, type);
        Assert.Equal(DialogTurnStatus.Complete, client.DialogTurnResult.Status);
    }

    private static Task<IActivity> SendAsync(DialogTestClient client, string type) =>
        client.SendActivityAsync<IActivity>(new Activity { Type = type, Text = "whatever", Name = "adaptiveCard/action" });

    /// <summary>Puts the run into the turn, as the bot does after the act.</summary>
    private sealed class Truth : IMiddleware
    {
        public required RunView Run { get; set; }

        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            turnContext.TurnState.Set(new Scene(Run, null, CultureInfo.GetCultureInfo("en")));
            return next(cancellationToken);
        }
    }
}
