// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Bot.Builder.Dialogs.Prompts;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks for a date or a time, written as the culture or ISO 8601 writes it. "Next Wednesday at four" is not understood.</summary>
public partial class DateTimePrompt : Prompt<IList<DateTimeResolution>>
{
    public DateTimePrompt(string dialogId, PromptValidator<IList<DateTimeResolution>> validator = null, string defaultLocale = null)
        : base(dialogId, validator) => DefaultLocale = defaultLocale;

    /// <summary>Used when the activity has no locale.</summary>
    public string DefaultLocale { get; set; }

    protected override async Task OnPromptAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        if ((isRetry ? options.RetryPrompt ?? options.Prompt : options.Prompt) is { } message)
            await turnContext.SendActivityAsync(message.Copy(), cancellationToken).ConfigureAwait(false);
    }

    protected override Task<PromptRecognizerResult<IList<DateTimeResolution>>> OnRecognizeAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var result = new PromptRecognizerResult<IList<DateTimeResolution>>();
        if (turnContext.Activity is { Type: ActivityTypes.Message, Text: { Length: > 0 } text } activity
            && Read(text.Trim(), options.RecognizeLanguage ?? activity.Locale ?? DefaultLocale ?? PromptCultureModels.English.Locale) is { } read)
            (result.Succeeded, result.Value) = (true, [read]);
        return Task.FromResult(result);
    }

    private static DateTimeResolution Read(string text, string locale)
    {
        var culture = PromptCultureModels.CultureOf(locale);
        text = English().Replace(text, " ");
        if (TimeOnly.TryParse(text, culture, DateTimeStyles.None, out var time))
            return new DateTimeResolution { Value = time.ToString("HH:mm:ss", CultureInfo.InvariantCulture), Timex = Timex(time) };
        if (DateOnly.TryParse(text, culture, DateTimeStyles.None, out var date))
            return new DateTimeResolution { Value = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Timex = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        return DateTime.TryParse(text, culture, DateTimeStyles.None, out var moment)
            ? new DateTimeResolution { Value = moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), Timex = moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + Timex(TimeOnly.FromDateTime(moment)) }
            : null;
    }

    private static string Timex(TimeOnly time) => time.ToString(time.Minute == 0 ? "'T'HH" : "'T'HH:mm", CultureInfo.InvariantCulture);

    // What English puts into a date that its culture's formats do not know: the 5th, at 9.
    [GeneratedRegex(@"(?<=\d)(st|nd|rd|th)\b|\bat\b", RegexOptions.IgnoreCase)]
    private static partial Regex English();
}

/// <summary>One way to read what was said.</summary>
public class DateTimeResolution
{
    /// <summary>Where a range begins.</summary>
    public string Start { get; set; }

    /// <summary>Where a range ends.</summary>
    public string End { get; set; }

    /// <summary>As TIMEX writes it.</summary>
    public string Timex { get; set; }

    /// <summary>Date, time, or both: <c>yyyy-MM-dd HH:mm:ss</c>.</summary>
    public string Value { get; set; }
}
