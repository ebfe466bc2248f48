// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Finds choices and values in what was said, word by word; the longest and fullest match wins.</summary>
public static class Find
{
    private const int DefaultTokenDistance = 2;

    public static List<ModelResult<FoundChoice>> FindChoices(string utterance, IList<string> choices, FindChoicesOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return FindChoices(utterance, ChoiceFactory.ToChoices(choices), options);
    }

    public static List<ModelResult<FoundChoice>> FindChoices(string utterance, IList<Choice> choices, FindChoicesOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        options ??= new FindChoicesOptions();
        var synonyms = new List<SortedValue>();
        for (var i = 0; i < choices.Count; i++)
        {
            var choice = choices[i];
            if (!options.NoValue && choice.Value is { } value) synonyms.Add(new SortedValue { Index = i, Value = value });
            if (!options.NoAction && choice.Action?.Title is { } title) synonyms.Add(new SortedValue { Index = i, Value = title });
            foreach (var synonym in choice.Synonyms ?? [])
                synonyms.Add(new SortedValue { Index = i, Value = synonym });
        }

        return
        [
            .. FindValues(utterance, synonyms, options).Select(found => new ModelResult<FoundChoice>
            {
                Start = found.Start,
                End = found.End,
                TypeName = "choice",
                Text = found.Text,
                Resolution = new FoundChoice
                {
                    Value = choices[found.Resolution.Index].Value,
                    Index = found.Resolution.Index,
                    Score = found.Resolution.Score,
                    Synonym = found.Resolution.Value,
                },
            }),
        ];
    }

    public static List<ModelResult<FoundValue>> FindValues(string utterance, List<SortedValue> values, FindValuesOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (string.IsNullOrEmpty(utterance)) return [];
        options ??= new FindValuesOptions();

        // Word for word beats word by word: signs that are no words tell some values apart.
        if (values.Find(value => string.Equals(value.Value, utterance, StringComparison.OrdinalIgnoreCase)) is { } said)
            return [Found(said, utterance, 0, utterance.Length - 1, 1.0f)];
        var tokenizer = options.Tokenizer ?? Tokenizer.DefaultTokenizer;
        var tokens = tokenizer(utterance, options.Locale);
        var distance = options.MaxTokenDistance ?? DefaultTokenDistance;

        // Every way a value occurs, longest value first; then the best ones that share neither words nor choices.
        var matches = new List<(ModelResult<FoundValue> Found, int From, int To)>();
        foreach (var value in values.OrderByDescending(value => value.Value?.Length ?? 0))
        {
            var searched = tokenizer((value.Value ?? string.Empty).Trim(), options.Locale);
            for (var start = 0; start < tokens.Count && searched.Count > 0;)
            {
                if (Match(utterance, tokens, searched, value, start, distance, options.AllowPartialMatches) is not { } match) break;
                matches.Add(match);
                start = match.To + 1;
            }
        }

        var taken = new HashSet<int>();
        var chosen = new HashSet<int>();
        var results = new List<ModelResult<FoundValue>>();
        foreach (var (found, from, to) in matches.OrderByDescending(match => match.Found.Resolution.Score))
        {
            if (chosen.Contains(found.Resolution.Index) || Enumerable.Range(from, to - from + 1).Any(taken.Contains)) continue;
            chosen.Add(found.Resolution.Index);
            taken.UnionWith(Enumerable.Range(from, to - from + 1));
            results.Add(found);
        }

        results.Sort((left, right) => left.Start.CompareTo(right.Start));
        return results;
    }

    private static (ModelResult<FoundValue> Found, int From, int To)? Match(string utterance, List<Token> said, List<Token> searched, SortedValue value, int start, int maxDistance, bool partial)
    {
        var matched = 0;
        var deviation = 0;
        var (from, to) = (-1, -1);
        foreach (var word in searched)
        {
            var at = said.FindIndex(start, token => token.Normalized == word.Normalized);
            if (at < 0) continue;

            // Words too far apart were not said as one thing.
            var distance = matched > 0 ? at - start : 0;
            if (distance > maxDistance) continue;
            matched++;
            deviation += distance;
            start = at + 1;
            if (from < 0) from = at;
            to = at;
        }

        if (matched == 0 || (matched < searched.Count && !partial)) return null;
        var completeness = (float)matched / searched.Count;
        var accuracy = (float)matched / (matched + deviation);
        return (Found(value, utterance, said[from].Start, said[to].End, completeness * accuracy), from, to);
    }

    private static ModelResult<FoundValue> Found(SortedValue value, string utterance, int start, int end, float score) => new()
    {
        Start = start,
        End = end,
        TypeName = "value",
        Text = utterance[start..(end + 1)],
        Resolution = new FoundValue { Value = value.Value, Index = value.Index, Score = score },
    };
}
