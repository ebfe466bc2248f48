using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Testing;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Recognizers.Text;

namespace BotFramework.Tests.Dialogs;

public sealed class NumberAndDatePromptTests
{
    [Theory]
    [InlineData("42", Culture.English, "42")]
    [InlineData("about 1,024, I think", Culture.English, "1024")]
    [InlineData("-3.5", Culture.English, "-3.5")]
    [InlineData("3,5", Culture.German, "3.5")]
    [InlineData("seven", Culture.English, "7")]
    [InlineData("sieben", Culture.German, "7")]
    [InlineData("$500, or 600", Culture.English, "500")]
    [InlineData("it was 32C", Culture.English, "32")]
    [InlineData("3,14", Culture.English, null)]
    [InlineData("none of them", Culture.English, null)]
    [InlineData("the second", Culture.English, null)]
    public async Task A_number_is_read_as_its_culture_writes_it(string said, string locale, string? expected) =>
        Assert.Equal(
            expected is null ? null : decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
            (decimal?)await AnswerAsync(new NumberPrompt<decimal>("prompt"), said, locale));

    [Theory]
    [InlineData("3.5")]
    [InlineData("3000000000")]
    public async Task What_the_type_cannot_hold_is_no_answer(string said) => Assert.Null(await AnswerAsync(new NumberPrompt<int>("prompt"), said, Culture.English));

    [Fact]
    public void Not_every_type_is_a_number() => Assert.Throws<NotSupportedException>(() => new NumberPrompt<DateTime>("prompt"));

    [Theory]
    [InlineData("2026-11-23", Culture.English, "2026-11-23")]
    [InlineData("11/23/2026", Culture.English, "2026-11-23")]
    [InlineData("23.11.2026 16:30", Culture.German, "2026-11-23 16:30:00")]
    [InlineData("4:30 PM", Culture.English, "16:30:00")]
    [InlineData("the 23rd of never", Culture.English, null)]
    [InlineData("November 23rd, 2026 at 4pm", Culture.English, "2026-11-23 16:00:00")]
    [InlineData("hello again", Culture.English, null)]
    public async Task A_date_is_read_as_its_culture_writes_it(string said, string locale, string? expected) =>
        Assert.Equal(expected, ((IList<DateTimeResolution>?)await AnswerAsync(new DateTimePrompt("prompt"), said, locale))?.Single().Value);

    [Fact]
    public async Task An_answer_may_be_read_in_another_language_than_the_one_it_was_asked_in()
    {
        var client = Client(new ConfirmPrompt("prompt", defaultLocale: Culture.English), new PromptOptions { Prompt = MessageFactory.Text("Sure?"), RecognizeLanguage = Culture.German });

        Assert.Equal("Sure? (1) Yes or (2) No", (await client.SendActivityAsync<IMessageActivity>("hi")).Text);
        await client.SendActivityAsync<IActivity>("jawohl");

        Assert.True((bool)client.DialogTurnResult.Result);
    }

    [Fact]
    public async Task One_choice_prompt_reads_every_conversation_in_its_own_language()
    {
        var prompt = new ChoicePrompt("prompt") { RecognizerOptions = new FindChoicesOptions() };

        Assert.Equal("b", ((FoundChoice?)await AnswerAsync(prompt, "zweite", Culture.German))?.Value);
        Assert.Equal("b", ((FoundChoice?)await AnswerAsync(prompt, "second", Culture.English))?.Value);
    }

    [Fact]
    public async Task Text_that_is_empty_is_an_answer() => Assert.Equal(string.Empty, await AnswerAsync(new TextPrompt("prompt"), string.Empty, Culture.English));

    [Fact]
    public async Task Suggested_actions_are_for_the_one_who_is_asked()
    {
        var client = Client(new ChoicePrompt("prompt") { Style = ListStyle.SuggestedAction }, new PromptOptions { Prompt = MessageFactory.Text("Which?"), Choices = ChoiceFactory.ToChoices(["a", "b"]) });

        Assert.Equal(["user1"], (await client.SendActivityAsync<IMessageActivity>("hi")).SuggestedActions.To);
    }

    [Fact]
    public void What_is_said_word_for_word_is_meant_though_other_values_have_the_same_words()
    {
        List<SortedValue> values = [new() { Value = "C", Index = 0 }, new() { Value = "C++", Index = 1 }, new() { Value = "C#", Index = 2 }];

        var found = Assert.Single(Find.FindValues("c#", values));

        Assert.Equal((2, "c#", 1.0f), (found.Resolution.Index, found.Text, found.Resolution.Score));
    }

    private static async Task<object?> AnswerAsync(Dialog prompt, string said, string locale)
    {
        var client = Client(prompt, new PromptOptions { Prompt = MessageFactory.Text("Say."), Choices = ChoiceFactory.ToChoices(["a", "b"]) });
        foreach (var text in (string[])["hi", said])
            await client.SendActivityAsync<IActivity>(new Activity(ActivityTypes.Message) { Text = text, Locale = locale });
        return client.DialogTurnResult.Result;
    }

    private static DialogTestClient Client(Dialog prompt, object options) => new(Channels.Test, prompt, options);
}
