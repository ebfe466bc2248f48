using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Testing;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace BotFramework.Tests.Dialogs;

public class PromptTests
{
    private static readonly string[] Colours = ["red", "green", "light blue"];

    [Fact]
    public async Task An_answer_that_is_not_valid_gets_the_retry_prompt_and_counts_as_an_attempt()
    {
        var attempts = new List<int>();
        var prompt = new TextPrompt("text", (context, _) =>
        {
            attempts.Add(context.AttemptCount);
            return Task.FromResult(context.Recognized.Value == "right");
        });
        var client = Client(prompt, new PromptOptions { Prompt = MessageFactory.Text("Say."), RetryPrompt = MessageFactory.Text("Again.") });

        Assert.Equal("Say.", (await client.SendActivityAsync<IMessageActivity>("hi")).Text);
        Assert.Equal("Again.", (await client.SendActivityAsync<IMessageActivity>("wrong")).Text);
        await client.SendActivityAsync<IActivity>("right");

        Assert.Equal("right", client.DialogTurnResult.Result);
        Assert.Equal([1, 2], attempts);
    }

    [Fact]
    public async Task A_validator_that_says_what_is_wrong_is_not_followed_by_the_retry_prompt()
    {
        var prompt = new TextPrompt("text", async (context, token) =>
        {
            await context.Context.SendActivityAsync("Too short.", cancellationToken: token);
            return false;
        });
        var client = Client(prompt, new PromptOptions { Prompt = MessageFactory.Text("Say.") });
        await client.SendActivityAsync<IActivity>("hi");

        Assert.Equal("Too short.", (await client.SendActivityAsync<IMessageActivity>("x")).Text);
        Assert.Null(client.GetNextReply<IActivity>());
    }

    [Fact]
    public async Task A_prompt_expects_input_and_needs_options()
    {
        var client = Client(new TextPrompt("text"), new PromptOptions { Prompt = new Activity(ActivityTypes.Message) { Text = "Say." } });

        Assert.Equal(InputHints.ExpectingInput, (await client.SendActivityAsync<Activity>("hi")).InputHint);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Client(new TextPrompt("text"), "no options").SendActivityAsync<IActivity>("hi"));
    }

    [Theory]
    [InlineData("green", 1)]
    [InlineData("GREEN, please", 1)]
    [InlineData("2", 1)]
    [InlineData("the second one", 1)]
    [InlineData("the last", 2)]
    [InlineData("light blue", 2)]
    [InlineData("第二个", 1)]
    public async Task A_choice_is_recognised_by_word_number_and_place(string said, int index)
    {
        var client = Client(new ChoicePrompt("choice"), new PromptOptions { Prompt = MessageFactory.Text("Colour?"), Choices = ChoiceFactory.ToChoices(Colours) });
        await client.SendActivityAsync<IActivity>("hi");

        await client.SendActivityAsync<IActivity>(said);

        Assert.Equal(index, ((FoundChoice)client.DialogTurnResult.Result).Index);
        Assert.Equal(Colours[index], ((FoundChoice)client.DialogTurnResult.Result).Value);
    }

    [Theory]
    [InlineData("purple")]
    [InlineData("4")]
    [InlineData("blue light is what I do not mean at all, light of my life")]
    public async Task What_is_no_choice_is_asked_again(string said)
    {
        var client = Client(new ChoicePrompt("choice"), new PromptOptions
        {
            Prompt = MessageFactory.Text("Colour?"),
            RetryPrompt = MessageFactory.Text("One of these."),
            Choices = ChoiceFactory.ToChoices(Colours),
        });
        await client.SendActivityAsync<IActivity>("hi");

        Assert.Equal("One of these. (1) red, (2) green, or (3) light blue", (await client.SendActivityAsync<IMessageActivity>(said)).Text);
    }

    [Fact]
    public async Task Choices_are_joined_in_the_language_of_the_person()
    {
        var client = Client(new ChoicePrompt("choice"), new PromptOptions { Prompt = MessageFactory.Text("颜色？"), Choices = ChoiceFactory.ToChoices(Colours) });

        var asked = await client.SendActivityAsync<IMessageActivity>(new Activity(ActivityTypes.Message) { Text = "hi", Locale = "zh-Hans" });

        Assert.Equal("颜色？ (1) red， (2) green， 要么 (3) light blue", asked.Text);
    }

    [Theory]
    [InlineData("personal", 3, true)]
    [InlineData("personal", 4, false)]
    [InlineData("channel", 2, false)]
    public void Teams_shows_up_to_three_suggested_actions_in_a_personal_chat_and_else_a_card(string conversationType, int count, bool suggested)
    {
        var choices = ChoiceFactory.ToChoices([.. Enumerable.Range(1, count).Select(i => $"c{i}")]);
        var message = ChoiceFactory.ForChannel(Channels.Msteams, choices, "Which?", conversationType: conversationType);

        Assert.Equal(suggested, message.SuggestedActions is { Actions.Count: > 0 });
        Assert.Equal(!suggested, message.Attachments is [{ ContentType: HeroCard.ContentType }]);
    }

    [Theory]
    [InlineData("en-US", "yes", true)]
    [InlineData("en-US", "Nope.", false)]
    [InlineData("en-GB", "1", true)]
    [InlineData("en-US", "2", false)]
    [InlineData("zh-CN", "好的", true)]
    [InlineData("zh-Hans", "不是", false)]
    [InlineData("zh-CN", "是的", true)]
    [InlineData("de-AT", "Ja!", true)]
    [InlineData("de-DE", "nein", false)]
    [InlineData("fr-FR", "oui", true)]
    [InlineData("ja-JP", "いいえ", false)]
    [InlineData("xx-YY", "no", false)]
    public async Task Yes_and_no_are_understood_in_the_language_of_the_person(string locale, string said, bool expected)
    {
        var client = Client(new ConfirmPrompt("confirm"), new PromptOptions { Prompt = MessageFactory.Text("Sure?") });
        await client.SendActivityAsync<IActivity>("hi");

        await client.SendActivityAsync<IActivity>(new Activity(ActivityTypes.Message) { Text = said, Locale = locale });

        Assert.Equal(expected, client.DialogTurnResult.Result);
    }

    [Theory]
    [InlineData("perhaps")]
    [InlineData("yes and no")]
    public async Task Neither_yes_nor_no_is_asked_again(string said)
    {
        var client = Client(new ConfirmPrompt("confirm"), new PromptOptions { Prompt = MessageFactory.Text("Sure?") });
        Assert.Equal("Sure? (1) Yes or (2) No", (await client.SendActivityAsync<IMessageActivity>("hi")).Text);

        Assert.Equal("Sure? (1) Yes or (2) No", (await client.SendActivityAsync<IMessageActivity>(said)).Text);
        Assert.Equal(DialogTurnStatus.Waiting, client.DialogTurnResult.Status);
    }

    private static DialogTestClient Client(Dialog dialog, object options) => new(Channels.Test, dialog, options);
}
