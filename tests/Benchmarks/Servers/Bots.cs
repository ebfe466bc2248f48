using Benchmarks.Cloud;
using MarketoSetupBot.Settings;
using MarketoSetupBot.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Benchmarks.Servers;

/// <summary>The two bots, built as any bot is.</summary>
internal static class Bots
{
    public static void Add(WebApplicationBuilder builder, string name)
    {
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["MicrosoftAppType"] = "SingleTenant",
            ["MicrosoftAppId"] = FakeCloud.AppId,
            ["MicrosoftAppTenantId"] = FakeCloud.Tenant,
            ["MicrosoftAppPassword"] = "bench",
        });
        builder.Services.AddSingleton<BotFrameworkAuthentication>(services => new ConfigurationBotFrameworkAuthentication(
            services.GetRequiredService<IConfiguration>(), httpClientFactory: services.GetRequiredService<IHttpClientFactory>()));
        builder.Services.AddSingleton<IBotFrameworkHttpAdapter>(services => new CloudAdapter(services.GetRequiredService<BotFrameworkAuthentication>()));
        if (name == "echo")
            builder.Services.AddTransient<IBot, Echo>();
        else
            builder.Services.AddSingleton<IBot>(new Waterfall(new ConversationState(name == "durable" ? Durable() : new MemoryStorage())));
    }

    /// <summary>The product's storage on a SQLite file of its own.</summary>
    private static BotStorage Durable()
    {
        var database = new BotDatabase(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(Directory.CreateTempSubdirectory("benchmark-").FullName, "bot.db")}");
        database.CreateTablesAsync(CancellationToken.None).GetAwaiter().GetResult();
        return new BotStorage(database, new StateJson(
            ("bag", typeof(Dictionary<string, object>)), ("dialogs", typeof(DialogState)), ("dialog", typeof(DialogInstance)), ("options", typeof(PromptOptions))));
    }

    public static void Map(WebApplication app) => app.MapPost(
        "/api/messages",
        (HttpContext context, IBotFrameworkHttpAdapter adapter, IBot bot) => adapter.ProcessAsync(context.Request, context.Response, bot, context.RequestAborted));

    private sealed class Echo : TeamsActivityHandler
    {
        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
            turnContext.SendActivityAsync("echo: " + turnContext.Activity.Text, cancellationToken: cancellationToken);
    }

    /// <summary>Three steps, a prompt each; state is read, written and checked in every turn.</summary>
    private sealed class Waterfall(ConversationState state) : TeamsActivityHandler
    {
        private readonly IStatePropertyAccessor<DialogState> stack = state.CreateProperty<DialogState>("stack");

        private readonly ComponentDialog dialog = new ComponentDialog("root")
            .AddDialog(new WaterfallDialog("steps", [Ask("Name?"), Ask("Colour?"), Tell]))
            .AddDialog(new TextPrompt("text"));

        protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
        {
            await dialog.RunAsync(turnContext, stack, cancellationToken);
            await state.SaveChangesAsync(turnContext, cancellationToken: cancellationToken);
        }

        private static WaterfallStep Ask(string question) => (step, token) =>
        {
            step.Values[question] = step.Result;
            return step.PromptAsync("text", new PromptOptions { Prompt = MessageFactory.Text(question) }, token);
        };

        private static async Task<DialogTurnResult> Tell(WaterfallStepContext step, CancellationToken token)
        {
            await step.Context.SendActivityAsync("Thank you.", cancellationToken: token);
            return await step.EndDialogAsync(cancellationToken: token);
        }
    }
}
