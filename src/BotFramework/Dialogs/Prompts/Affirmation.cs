// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Collections.Frozen;

namespace Microsoft.Bot.Builder.Dialogs.Prompts;

/// <summary>Yes and no as people say them.</summary>
internal static class Affirmation
{
    private static readonly FrozenDictionary<string, (string[] Yes, string[] No)> ByLanguage = new Dictionary<string, (string[], string[])>
    {
        ["en"] = (["yes", "y", "yep", "yeah", "yup", "sure", "ok", "okay", "true", "of course", "👍", "👌"], ["no", "n", "nope", "nah", "false", "not", "👎", "✋"]),
        ["bg"] = (["да", "д", "добре", "разбира се", "вярно"], ["не", "н", "невярно"]),
        ["hi"] = (["हां", "हाँ", "जी", "जी हां", "जी हाँ", "ठीक है", "सही"], ["नहीं", "नही", "ना", "मत", "गलत"]),
        ["zh"] = (["是", "是的", "好", "好的", "可以", "对", "对的", "行", "嗯", "确定", "确认", "同意", "没问题", "要"], ["不", "不是", "否", "不要", "不行", "不好", "不可以", "不对", "没有", "取消"]),
        ["de"] = (["ja", "j", "jawohl", "klar", "sicher", "genau", "wahr"], ["nein", "n", "nicht", "falsch"]),
        ["nl"] = (["ja", "j", "zeker", "prima", "klopt"], ["nee", "neen", "n", "niet"]),
        ["fr"] = (["oui", "o", "ouais", "bien sûr", "d'accord", "vrai"], ["non", "n", "faux", "pas"]),
        ["es"] = (["sí", "si", "s", "claro", "vale", "de acuerdo", "verdadero"], ["no", "n", "falso"]),
        ["it"] = (["sì", "si", "s", "certo", "va bene", "vero"], ["no", "n", "falso"]),
        ["pt"] = (["sim", "s", "claro", "com certeza", "verdadeiro"], ["não", "nao", "n", "falso"]),
        ["sv"] = (["ja", "j", "jo", "visst", "okej", "sant"], ["nej", "n", "inte", "falskt"]),
        ["tr"] = (["evet", "e", "tamam", "olur", "tabii", "doğru"], ["hayır", "hayir", "h", "yok", "olmaz", "yanlış"]),
        ["ja"] = (["はい", "うん", "ええ", "そう", "そうです", "オーケー"], ["いいえ", "いや", "ううん", "違う", "違います", "だめ"]),
        ["ko"] = (["예", "네", "응", "그래", "맞아", "좋아"], ["아니", "아니요", "아니오", "아뇨", "싫어"]),
    }.ToFrozenDictionary();

    /// <returns>True for yes, false for no; null when the text says neither, or both.</returns>
    public static bool? Read(string text, string culture)
    {
        var language = culture.Split('-')[0];
        var (yes, no) = ByLanguage.GetValueOrDefault(language, ByLanguage["en"]);
        var spoken = $" {Normalised(text)} ";
        var said = (Yes: Says(spoken, yes), No: Says(spoken, no));

        // Languages written without spaces: a word counts only when it is the whole answer, so that "不是" is not read as "是".
        return said switch
        {
            (true, false) => true,
            (false, true) => false,
            _ => null,
        };
    }

    private static bool Says(string spoken, string[] words) =>
        words.Any(word => spoken.Contains($" {word} ", StringComparison.OrdinalIgnoreCase));

    private static string Normalised(string text) =>
        string.Join(' ', text.Split([' ', '\t', '\r', '\n', ',', '.', '!', '?', ';', '。', '！', '，', '？', '、'], StringSplitOptions.RemoveEmptyEntries));
}
