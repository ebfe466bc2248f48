// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Globalization;
using Microsoft.Bot.Builder.Dialogs.Choices;

namespace Microsoft.Bot.Builder.Dialogs.Prompts;

/// <summary>How a language says yes and no and joins choices into a sentence.</summary>
public class PromptCultureModel
{
    public string Locale { get; set; }

    public string Separator { get; set; }

    /// <summary>Between two choices.</summary>
    public string InlineOr { get; set; }

    /// <summary>Before the last of three and more.</summary>
    public string InlineOrMore { get; set; }

    public string YesInLanguage { get; set; }

    public string NoInLanguage { get; set; }

    internal ChoiceFactoryOptions ToChoiceOptions() => new(Separator, InlineOr, InlineOrMore, true);
}

/// <summary>The languages that choice and confirm prompts speak.</summary>
public static class PromptCultureModels
{
    private static readonly PromptCultureModel[] All = [Bulgarian, Chinese, Dutch, English, French, German, Hindi, Italian, Japanese, Korean, Portuguese, Spanish, Swedish, Turkish];

    public static PromptCultureModel Bulgarian => Culture("bg-bg", "да", "Не", ", ", " или ", ", или ");

    public static PromptCultureModel Chinese => Culture("zh-cn", "是的", "不", "， ", " 要么 ", "， 要么 ");

    public static PromptCultureModel Dutch => Culture("nl-nl", "Ja", "Nee", ", ", " of ", ", of ");

    public static PromptCultureModel English => Culture("en-us", "Yes", "No", ", ", " or ", ", or ");

    public static PromptCultureModel French => Culture("fr-fr", "Oui", "Non", ", ", " ou ", ", ou ");

    public static PromptCultureModel German => Culture("de-de", "Ja", "Nein", ", ", " oder ", ", oder ");

    public static PromptCultureModel Hindi => Culture("hi-in", "हां", "नहीं", ", ", " या ", ", या ");

    public static PromptCultureModel Italian => Culture("it-it", "Si", "No", ", ", " o ", " o ");

    public static PromptCultureModel Japanese => Culture("ja-jp", "はい", "いいえ", "、 ", " または ", "、 または ");

    public static PromptCultureModel Korean => Culture("ko-kr", "예", "아니", ", ", " 또는 ", " 또는 ");

    public static PromptCultureModel Portuguese => Culture("pt-br", "Sim", "Não", ", ", " ou ", ", ou ");

    public static PromptCultureModel Spanish => Culture("es-es", "Sí", "No", ", ", " o ", ", o ");

    public static PromptCultureModel Swedish => Culture("sv-se", "Ja", "Nej", ", ", " eller ", " eller ");

    public static PromptCultureModel Turkish => Culture("tr-tr", "Evet", "Hayır", ", ", " veya ", " veya ");

    /// <returns>The supported locale nearest to a culture; the culture itself, in small letters, when its language is none of ours.</returns>
    public static string MapToNearestLanguage(string cultureCode)
    {
        if (string.IsNullOrEmpty(cultureCode)) return null;
        var language = cultureCode.Split('-')[0];
        return All.FirstOrDefault(model => string.Equals(model.Locale, cultureCode, StringComparison.OrdinalIgnoreCase))?.Locale
            ?? All.FirstOrDefault(model => model.Locale.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase))?.Locale
            ?? cultureCode.ToLowerInvariant();
    }

    public static PromptCultureModel[] GetSupportedCultures() => [.. All];

    /// <returns>How the locale writes numbers and dates; a made-up locale writes them as English does.</returns>
    internal static CultureInfo CultureOf(string locale)
    {
        try
        {
            return CultureInfo.GetCultureInfo(locale);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.GetCultureInfo(English.Locale);
        }
    }

    private static PromptCultureModel Culture(string locale, string yes, string no, string separator, string or, string orMore) => new()
    {
        Locale = locale,
        YesInLanguage = yes,
        NoInLanguage = no,
        Separator = separator,
        InlineOr = or,
        InlineOrMore = orMore,
    };
}
