// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Microsoft.Bot.Builder.Dialogs.Prompts;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Recognises a choice by its words, by its place ("the second one") or by its number.</summary>
public class ChoiceRecognizers
{
    public static List<ModelResult<FoundChoice>> RecognizeChoices(string utterance, IList<string> choices, FindChoicesOptions options = null) =>
        RecognizeChoices(utterance, ChoiceFactory.ToChoices(choices), options);

    public static List<ModelResult<FoundChoice>> RecognizeChoices(string utterance, IList<Choice> list, FindChoicesOptions options = null)
    {
        utterance ??= string.Empty;
        list ??= [];
        options ??= new FindChoicesOptions();
        if (utterance.Length == 0) return [];
        var matched = Find.FindChoices(utterance, list, options);

        // A number counts only when no words match, or "10 items" would choose the tenth.
        if (matched.Count > 0) return matched;
        var numbers = SpokenNumber.In(utterance, options.Locale);
        var positions = options.RecognizeOrdinals ? numbers.Where(number => number.Resolution.IsOrdinal).ToList() : [];
        if (positions.Count == 0 && options.RecognizeNumbers) positions = [.. numbers.Where(number => !number.Resolution.IsOrdinal)];
        foreach (var position in positions)
        {
            var index = position.Resolution.Value > 0 ? position.Resolution.Value - 1 : list.Count + position.Resolution.Value;
            if (position.Resolution.Value == 0 || index < 0 || index >= list.Count || matched.Exists(found => found.Resolution.Index == index)) continue;
            matched.Add(new ModelResult<FoundChoice>
            {
                Start = position.Start,
                End = position.End,
                TypeName = "choice",
                Text = position.Text,
                Resolution = new FoundChoice { Value = list[index].Value, Index = index, Score = 1.0f },
            });
        }

        matched.Sort((left, right) => left.Start.CompareTo(right.Start));
        return matched;
    }
}
