// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Dialogs.Prompts;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks for one of several choices.</summary>
public class ChoicePrompt : Prompt<FoundChoice>
{
    private readonly Dictionary<string, ChoiceFactoryOptions> choiceDefaults;

    public ChoicePrompt(string dialogId, PromptValidator<FoundChoice> validator = null, string defaultLocale = null)
        : this(dialogId, null, validator, defaultLocale)
    {
    }

    /// <param name="choiceDefaults">By locale: how choices are joined into a sentence. Replaces the built-in ones.</param>
    public ChoicePrompt(string dialogId, Dictionary<string, ChoiceFactoryOptions> choiceDefaults, PromptValidator<FoundChoice> validator = null, string defaultLocale = null)
        : base(dialogId, validator)
    {
        DefaultLocale = defaultLocale;
        this.choiceDefaults = choiceDefaults ?? PromptCultureModels.GetSupportedCultures()
            .ToDictionary(culture => culture.Locale, culture => culture.ToChoiceOptions(), StringComparer.OrdinalIgnoreCase);
    }

    public ListStyle Style { get; set; } = ListStyle.Auto;

    /// <summary>Used when the activity has no locale, or an unknown one.</summary>
    public string DefaultLocale { get; set; }

    public ChoiceFactoryOptions ChoiceOptions { get; set; }

    public FindChoicesOptions RecognizerOptions { get; set; }

    protected override async Task OnPromptAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var message = isRetry ? options.RetryPrompt ?? options.Prompt : options.Prompt;
        var joined = ChoiceOptions ?? choiceDefaults.GetValueOrDefault(Culture(turnContext.Activity)) ?? choiceDefaults.GetValueOrDefault(PromptCultureModels.English.Locale);
        var asked = AppendChoices(
            message, turnContext.Activity.ChannelId, options.Choices ?? [], options.Style ?? Style, joined, turnContext.Activity.Conversation?.ConversationType, Asked(turnContext.Activity), cancellationToken);
        await turnContext.SendActivityAsync(asked, cancellationToken).ConfigureAwait(false);
    }

    protected override Task<PromptRecognizerResult<FoundChoice>> OnRecognizeAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var result = new PromptRecognizerResult<FoundChoice>();
        if (turnContext.Activity is not { Type: ActivityTypes.Message, Text: { Length: > 0 } text }) return Task.FromResult(result);

        // A copy: the prompt serves conversations of several languages at once.
        var given = RecognizerOptions ?? new FindChoicesOptions();
        var recognizer = new FindChoicesOptions
        {
            AllowPartialMatches = given.AllowPartialMatches,
            Locale = given.Locale ?? options.RecognizeLanguage ?? Culture(turnContext.Activity),
            MaxTokenDistance = given.MaxTokenDistance,
            Tokenizer = given.Tokenizer,
            NoValue = given.NoValue,
            NoAction = given.NoAction,
            RecognizeNumbers = given.RecognizeNumbers,
            RecognizeOrdinals = given.RecognizeOrdinals,
        };
        var found = ChoiceRecognizers.RecognizeChoices(text, options.Choices ?? [], recognizer);
        if (found is { Count: > 0 })
        {
            result.Succeeded = true;
            result.Value = found[0].Resolution;
        }

        return Task.FromResult(result);
    }

    private string Culture(Activity activity)
    {
        var culture = PromptCultureModels.MapToNearestLanguage(activity.Locale ?? DefaultLocale);
        if (culture is not null && choiceDefaults.ContainsKey(culture)) return culture;
        return PromptCultureModels.MapToNearestLanguage(DefaultLocale) ?? PromptCultureModels.English.Locale;
    }
}
