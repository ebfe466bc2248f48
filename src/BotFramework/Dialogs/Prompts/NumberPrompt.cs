// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Dialogs.Prompts;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks for a number. It understands digits as the culture writes them, whatever stands around them, and the words for one to ten.</summary>
public partial class NumberPrompt<T> : Prompt<T>
    where T : struct
{
    public NumberPrompt(string dialogId, PromptValidator<T> validator = null, string defaultLocale = null)
        : base(dialogId, validator)
    {
        if (Type.GetTypeCode(typeof(T)) is not (TypeCode.Int32 or TypeCode.Int64 or TypeCode.Single or TypeCode.Double or TypeCode.Decimal))
            throw new NotSupportedException($"NumberPrompt: type argument T of type '{typeof(T)}' is not supported");
        DefaultLocale = defaultLocale;
    }

    /// <summary>Used when the activity has no locale.</summary>
    public string DefaultLocale { get; set; }

    protected override async Task OnPromptAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        if ((isRetry ? options.RetryPrompt ?? options.Prompt : options.Prompt) is { } message)
            await turnContext.SendActivityAsync(message.Copy(), cancellationToken).ConfigureAwait(false);
    }

    protected override Task<PromptRecognizerResult<T>> OnRecognizeAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var result = new PromptRecognizerResult<T>();
        if (turnContext.Activity is { Type: ActivityTypes.Message, Text: { Length: > 0 } text } activity
            && Read(text, options.RecognizeLanguage ?? activity.Locale ?? DefaultLocale ?? PromptCultureModels.English.Locale) is { } number)
            (result.Succeeded, result.Value) = (true, number);
        return Task.FromResult(result);
    }

    /// <returns>The first number of the text that fits <typeparamref name="T"/>; null if there is none.</returns>
    private static T? Read(string text, string locale)
    {
        var culture = PromptCultureModels.CultureOf(locale);
        foreach (var digits in Digits().EnumerateMatches(text))
            if (Written(text.AsSpan(digits.Index, digits.Length), culture) is { } number && As(number) is { } value)
                return value;
        foreach (var spoken in SpokenNumber.In(text, locale))
            if (spoken.Resolution is { IsOrdinal: false } word && !char.IsAsciiDigit(spoken.Text[0]))
                return As(word.Value);
        return null;
    }

    /// <returns>The number; null where its separators stand where the culture puts none, as in an American 3,14.</returns>
    private static decimal? Written(ReadOnlySpan<char> digits, CultureInfo culture)
    {
        var format = culture.NumberFormat;
        var group = digits.LastIndexOf(format.NumberGroupSeparator);
        if (group >= 0)
        {
            var last = digits[(group + format.NumberGroupSeparator.Length)..];
            var point = last.IndexOf(format.NumberDecimalSeparator);
            if ((point < 0 ? last.Length : point) != format.NumberGroupSizes[0]) return null;
        }

        return decimal.TryParse(digits, NumberStyles.Number, culture, out var number) ? number : null;
    }

    private static T? As(decimal number)
    {
        if (typeof(T) == typeof(int) || typeof(T) == typeof(long))
            if (number != decimal.Truncate(number)) return null;
        try
        {
            return (T)Convert.ChangeType(number, typeof(T), CultureInfo.InvariantCulture);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    // Separators only between digits; what stands around the number, a currency or a unit, is no part of it.
    [GeneratedRegex(@"[-+]?\d+([.,'\u00A0\u202F]\d+)*")]
    private static partial Regex Digits();
}
