using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Testing;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BotFramework.Tests.Dialogs;

public class OAuthPromptTests
{
    private const string User = "user1";
    private readonly TestAdapter adapter = new(Channels.Msteams);

    [Fact]
    public async Task A_token_that_the_service_has_ends_the_prompt_at_once()
    {
        adapter.AddUserToken("Backend", Channels.Msteams, User, "t0ken");
        var client = Client();

        Assert.Null(await client.SendActivityAsync<IActivity>("hi"));

        Assert.Equal("t0ken", ((TokenResponse)client.DialogTurnResult.Result).Token);
    }

    [Fact]
    public async Task Without_a_token_the_card_has_a_link_and_can_be_exchanged()
    {
        var card = await AskedAsync(Client());

        Assert.Equal("Backend", card.ConnectionName);
        Assert.Equal(ActionTypes.Signin, card.Buttons[0].Type);
        Assert.NotNull(card.Buttons[0].Value);
        Assert.NotNull(card.TokenExchangeResource);
    }

    [Fact]
    public async Task A_typed_code_is_redeemed()
    {
        adapter.AddUserToken("Backend", Channels.Msteams, User, "t0ken", "123456");
        var client = Client();
        await AskedAsync(client);

        await client.SendActivityAsync<IActivity>("123456");

        Assert.Equal("t0ken", ((TokenResponse)client.DialogTurnResult.Result).Token);
    }

    [Theory]
    [InlineData("123456", 200)]
    [InlineData("654321", 404)]
    public async Task A_verified_state_is_redeemed_and_answered(string state, int status)
    {
        adapter.AddUserToken("Backend", Channels.Msteams, User, "t0ken", "123456");
        var client = Client();
        await AskedAsync(client);

        var answer = await InvokeAsync(client, SignInConstants.VerifyStateOperationName, JObject.FromObject(new { state }));

        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 200 ? DialogTurnStatus.Complete : DialogTurnStatus.Waiting, client.DialogTurnResult.Status);
    }

    [Fact]
    public async Task A_token_from_Teams_is_exchanged()
    {
        adapter.AddExchangeableToken("Backend", Channels.Msteams, User, "sso", "t0ken");
        var client = Client();
        await AskedAsync(client);

        var answer = await InvokeAsync(client, SignInConstants.TokenExchangeOperationName, JObject.FromObject(new { id = "1", connectionName = "Backend", token = "sso" }));

        Assert.Equal(200, answer.Status);
        Assert.Equal("t0ken", ((TokenResponse)client.DialogTurnResult.Result).Token);
    }

    [Theory]
    [InlineData("Backend", "unknown", 412)]
    [InlineData("Backend", "broken", 412)]
    [InlineData("Another", "sso", 400)]
    public async Task A_token_that_cannot_be_exchanged_leaves_the_prompt_waiting(string connection, string token, int status)
    {
        adapter.ThrowOnExchangeRequest("Backend", Channels.Msteams, User, "broken");
        var client = Client();
        await AskedAsync(client);

        var answer = await InvokeAsync(client, SignInConstants.TokenExchangeOperationName, JObject.FromObject(new { id = "1", connectionName = connection, token }));

        Assert.Equal(status, answer.Status);
        Assert.Equal(DialogTurnStatus.Waiting, client.DialogTurnResult.Status);
    }

    [Theory]
    [InlineData(true, DialogTurnStatus.Complete)]
    [InlineData(false, DialogTurnStatus.Waiting)]
    public async Task Another_message_ends_the_prompt_only_where_that_is_set(bool end, DialogTurnStatus status)
    {
        var client = Client(new OAuthPromptSettings { ConnectionName = "Backend", EndOnInvalidMessage = end });
        await AskedAsync(client);

        await client.SendActivityAsync<IActivity>("never mind");

        Assert.Equal(status, client.DialogTurnResult.Status);
        Assert.Null(client.DialogTurnResult.Result);
    }

    [Fact]
    public async Task After_the_timeout_a_code_comes_too_late()
    {
        adapter.AddUserToken("Backend", Channels.Msteams, User, "t0ken", "123456");
        var client = Client(new OAuthPromptSettings { ConnectionName = "Backend", Timeout = 0 });
        await AskedAsync(client);

        await client.SendActivityAsync<IActivity>("123456");

        Assert.Equal(DialogTurnStatus.Complete, client.DialogTurnResult.Status);
        Assert.Null(client.DialogTurnResult.Result);
    }

    private static async Task<OAuthCard> AskedAsync(DialogTestClient client)
    {
        var asked = await client.SendActivityAsync<IMessageActivity>("hi");
        return Assert.IsType<OAuthCard>(Assert.Single(asked.Attachments).Content);
    }

    private static async Task<InvokeResponse> InvokeAsync(DialogTestClient client, string name, JObject value)
    {
        var answer = await client.SendActivityAsync<Activity>(new Activity(ActivityTypes.Invoke) { Name = name, Value = value });
        return Assert.IsType<InvokeResponse>(answer.Value);
    }

    private DialogTestClient Client(OAuthPromptSettings? settings = null) =>
        new(adapter, new OAuthPrompt("oauth", settings ?? new OAuthPromptSettings { ConnectionName = "Backend", Title = "Sign in", Text = "Please" }));
}
