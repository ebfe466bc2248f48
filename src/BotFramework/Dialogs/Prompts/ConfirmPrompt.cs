// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Dialogs.Prompts;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks for yes or no.</summary>
public class ConfirmPrompt : Prompt<bool>
{
    private readonly Dictionary<string, (Choice Yes, Choice No, ChoiceFactoryOptions Joined)> choiceDefaults;

    public ConfirmPrompt(string dialogId, PromptValidator<bool> validator = null, string defaultLocale = null)
        : this(dialogId, null, validator, defaultLocale)
    {
    }

    /// <param name="choiceDefaults">By locale: yes, no, and how they are joined. Replaces the built-in ones.</param>
    public ConfirmPrompt(string dialogId, Dictionary<string, (Choice, Choice, ChoiceFactoryOptions)> choiceDefaults, PromptValidator<bool> validator = null, string defaultLocale = null)
        : base(dialogId, validator)
    {
        DefaultLocale = defaultLocale;
        this.choiceDefaults = choiceDefaults ?? PromptCultureModels.GetSupportedCultures().ToDictionary(
            culture => culture.Locale,
            culture => (new Choice(culture.YesInLanguage), new Choice(culture.NoInLanguage), culture.ToChoiceOptions()),
            StringComparer.OrdinalIgnoreCase);
    }

    public ListStyle Style { get; set; } = ListStyle.Auto;

    /// <summary>Used when the activity has no locale, or an unknown one.</summary>
    public string DefaultLocale { get; set; }

    public ChoiceFactoryOptions ChoiceOptions { get; set; }

    /// <summary>Yes and no in other words than the language's.</summary>
    public Tuple<Choice, Choice> ConfirmChoices { get; set; }

    protected override async Task OnPromptAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var message = isRetry ? options.RetryPrompt ?? options.Prompt : options.Prompt;
        var (yes, no, joined) = Words(turnContext.Activity);
        var asked = AppendChoices(
            message, turnContext.Activity.ChannelId, [yes, no], options.Style ?? Style, joined, turnContext.Activity.Conversation?.ConversationType, Asked(turnContext.Activity), cancellationToken);
        await turnContext.SendActivityAsync(asked, cancellationToken).ConfigureAwait(false);
    }

    protected override Task<PromptRecognizerResult<bool>> OnRecognizeAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var result = new PromptRecognizerResult<bool>();
        if (turnContext.Activity is not { Type: ActivityTypes.Message, Text: { Length: > 0 } text } activity) return Task.FromResult(result);

        var culture = Culture(activity, options.RecognizeLanguage);
        if (Affirmation.Read(text, culture) is { } answer)
        {
            (result.Succeeded, result.Value) = (true, answer);
            return Task.FromResult(result);
        }

        // "1" and "2" mean something only where the choices were numbered.
        var (yes, no, joined) = Words(activity);
        var numbered = joined.IncludeNumbers ?? true;
        var found = ChoiceRecognizers.RecognizeChoices(text, [yes, no], new FindChoicesOptions { Locale = culture, RecognizeNumbers = numbered, RecognizeOrdinals = numbered });
        if (found is { Count: 1 }) (result.Succeeded, result.Value) = (true, found[0].Resolution.Index == 0);
        return Task.FromResult(result);
    }

    private (Choice Yes, Choice No, ChoiceFactoryOptions Joined) Words(Activity activity)
    {
        var words = choiceDefaults[Culture(activity)];
        return (ConfirmChoices?.Item1 ?? words.Yes, ConfirmChoices?.Item2 ?? words.No, ChoiceOptions ?? words.Joined);
    }

    private string Culture(Activity activity, string instead = null)
    {
        foreach (var candidate in (ReadOnlySpan<string>)[instead, activity.Locale, DefaultLocale])
            if (PromptCultureModels.MapToNearestLanguage(candidate) is { } culture && choiceDefaults.ContainsKey(culture))
                return culture;
        return PromptCultureModels.English.Locale;
    }
}
