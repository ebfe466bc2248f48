using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Dialogs.Prompts;
using Microsoft.Bot.Schema;

namespace BotFramework.Tests.Dialogs;

/// <summary>What prompts say and understand in each of their languages.</summary>
public sealed class PromptLanguageTests
{
    private static readonly string[] Colours = ["red", "green", "blue"];

    public static TheoryData<string> Languages => [.. PromptCultureModels.GetSupportedCultures().Select(culture => culture.Locale)];

    /// <summary>A locale, and the ways in which clients write it.</summary>
    public static TheoryData<string, string> Spellings
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (locale, language) in PromptCultureModels.GetSupportedCultures().Select(c => (c.Locale, c.Locale[..2])))
                foreach (var spelling in (string[])[locale, language, language.ToUpperInvariant(), $"{language}-{locale[3..].ToUpperInvariant()}", $"{language}-{char.ToUpperInvariant(locale[3])}{locale[4]}"])
                    data.Add(spelling, locale);
            return data;
        }
    }

    [Fact]
    public void Fourteen_languages_are_spoken() => Assert.Equal(
        ["bg-bg", "zh-cn", "nl-nl", "en-us", "fr-fr", "de-de", "hi-in", "it-it", "ja-jp", "ko-kr", "pt-br", "es-es", "sv-se", "tr-tr"],
        PromptCultureModels.GetSupportedCultures().Select(culture => culture.Locale));

    [Theory, MemberData(nameof(Spellings))]
    public async Task Choices_are_joined_as_the_language_of_the_activity_does(string spelling, string locale)
    {
        var culture = Model(locale);

        await Asking(new ChoicePrompt("prompt"), spelling, Colours)
            .Send("hello")
            .AssertReply($"Which? (1) red{culture.Separator}(2) green{culture.InlineOrMore}(3) blue")
            .StartTestAsync();
    }

    [Theory, MemberData(nameof(Spellings))]
    public async Task Choices_are_joined_as_the_language_of_the_prompt_does_when_the_activity_names_none(string spelling, string locale)
    {
        await Asking(new ChoicePrompt("prompt", defaultLocale: spelling), null, "red", "green")
            .Send("hello")
            .AssertReply($"Which? (1) red{Model(locale).InlineOr}(2) green")
            .StartTestAsync();
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    [InlineData("not-supported", null)]
    [InlineData(null, "not-supported")]
    [InlineData("tlh", "tlh")]
    public async Task An_unknown_language_is_answered_in_English(string? ofActivity, string? ofPrompt)
    {
        await Asking(new ConfirmPrompt("prompt", defaultLocale: ofPrompt), ofActivity)
            .Send("hello").AssertReply("Which? (1) Yes or (2) No").Send("Yes").AssertReply("True").StartTestAsync();
        await Asking(new ChoicePrompt("prompt", defaultLocale: ofPrompt), ofActivity, Colours)
            .Send("hello").AssertReply("Which? (1) red, (2) green, or (3) blue").StartTestAsync();
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task Yes_and_no_are_said_and_understood(string locale)
    {
        var culture = Model(locale);
        var question = $"Which? (1) {culture.YesInLanguage}{culture.InlineOr}(2) {culture.NoInLanguage}";

        foreach (var (answer, meaning) in ((string, string)[])[(culture.YesInLanguage, "True"), (culture.NoInLanguage, "False"), ("1", "True"), ("2", "False")])
        {
            await Asking(new ConfirmPrompt("prompt", defaultLocale: locale), null).Send("hello").AssertReply(question).Send(answer).AssertReply(meaning).StartTestAsync();
            await Asking(new ConfirmPrompt("prompt"), locale).Send("hello").AssertReply(question).Send(answer).AssertReply(meaning).StartTestAsync();
        }
    }

    [Theory]
    [InlineData("the red one please.", "red")]
    [InlineData("the first one please.", "red")]
    [InlineData("option 3", "blue")]
    [InlineData("two", "green")]
    [InlineData("last", "blue")]
    public async Task A_choice_is_understood_by_its_word_its_place_or_its_number(string answer, string chosen)
    {
        await Asking(new ChoicePrompt("prompt", defaultLocale: "en-us"), null, Colours)
            .Send("hello").AssertReply("Which? (1) red, (2) green, or (3) blue").Send(answer).AssertReply(chosen).StartTestAsync();
    }

    [Fact]
    public async Task A_language_of_ones_own_takes_the_place_of_all_others()
    {
        var own = new Dictionary<string, ChoiceFactoryOptions> { ["tlh"] = new("; ", " ghap ", "; ghap ", true) };

        await Asking(new ChoicePrompt("prompt", own, defaultLocale: "tlh"), "tlh", Colours)
            .Send("hello").AssertReply("Which? (1) red; (2) green; ghap (3) blue").StartTestAsync();
    }

    [Fact]
    public async Task A_button_without_a_value_is_named_by_its_title()
    {
        var choice = new Choice { Action = new CardAction { Type = ActionTypes.ImBack, Title = "title", Value = "value" } };

        await Asking(new ChoicePrompt("prompt", defaultLocale: "en-us"), null, new PromptOptions(choices: [choice]))
            .Send("hello").AssertReply(" (1) title").StartTestAsync();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void A_prompt_without_a_name_is_refused(string? id)
    {
        Assert.Throws<ArgumentNullException>(() => new TextPrompt(id));
        Assert.Throws<ArgumentNullException>(() => new ChoicePrompt(id));
        Assert.Throws<ArgumentNullException>(() => new ConfirmPrompt(id));
        Assert.Throws<ArgumentNullException>(() => new OAuthPrompt(id, new OAuthPromptSettings()));
    }

    private static PromptCultureModel Model(string locale) => PromptCultureModels.GetSupportedCultures().Single(culture => culture.Locale == locale);

    private static TestFlow Asking(Dialog prompt, string? locale, params string[] choices) =>
        Asking(prompt, locale, new PromptOptions { Prompt = MessageFactory.Text("Which?"), Choices = ChoiceFactory.ToChoices(choices) });

    /// <summary>A bot that asks once and then says what it understood.</summary>
    private static TestFlow Asking(Dialog prompt, string? locale, PromptOptions options)
    {
        var state = new ConversationState(new MemoryStorage());
        var dialogs = new DialogSet(state.CreateProperty<DialogState>("dialogs")).Add(prompt);
        var adapter = new TestAdapter().Use(new AutoSaveStateMiddleware(state));
        return new TestFlow((TestAdapter)adapter, async (turn, cancellationToken) =>
        {
            turn.Activity.Locale = locale;
            var dc = await dialogs.CreateContextAsync(turn, cancellationToken);
            var result = await dc.ContinueDialogAsync(cancellationToken);
            if (result.Status == DialogTurnStatus.Empty)
                await dc.PromptAsync("prompt", options, cancellationToken);
            else if (result.Status == DialogTurnStatus.Complete)
                await turn.SendActivityAsync(result.Result is FoundChoice found ? found.Value : $"{result.Result}", cancellationToken: cancellationToken);
        });
    }
}
