using AdaptiveCards;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards.Kit;

/// <summary>Inputs of a form by the words of the resources: <c>Field_{id}</c>, <c>_Hint</c>, <c>_Example</c>, <c>_Error</c>. What was typed is kept; what is wrong stands right below.</summary>
internal sealed class Field(Sheet sheet, Words words, IReadOnlyDictionary<string, string> typed, IReadOnlyDictionary<string, Phrase> errors)
{
    public Field Text(string id, int maxLength, AdaptiveTextInputStyle style = AdaptiveTextInputStyle.Text, string? regex = null, params ReadOnlySpan<(string, string)> values) =>
        Put(id, new AdaptiveTextInput
        {
            Id = id,
            Label = words.Plain("Field_" + id, values),
            Placeholder = words.Has($"Field_{id}_Example") ? words[$"Field_{id}_Example"] : null,
            Value = typed.GetValueOrDefault(id),
            MaxLength = maxLength,
            Style = style,
            Regex = regex,
            IsRequired = true,
            ErrorMessage = words[$"Field_{id}_Error"],
        });

    /// <summary>May stay empty.</summary>
    public Field Optional(string id, int maxLength) =>
        Put(id, new AdaptiveTextInput { Id = id, Label = words["Field_" + id], Value = typed.GetValueOrDefault(id), MaxLength = maxLength });

    public Field Choice(string id, IEnumerable<(string Value, string Title)> choices, string? unlessTyped = null)
    {
        var input = new AdaptiveChoiceSetInput
        {
            Id = id,
            Label = words["Field_" + id],
            Style = AdaptiveChoiceInputStyle.Compact,
            Value = typed.TryGetValue(id, out var value) ? value : unlessTyped,
            Wrap = true,
            IsRequired = true,
            ErrorMessage = words[$"Field_{id}_Error"],
        };
        input.Choices.AddRange(choices.Select(c => new AdaptiveChoice { Value = c.Value, Title = c.Title }));
        return Put(id, input);
    }

    private Field Put(string id, AdaptiveInput input)
    {
        sheet.Add(input);
        if (errors.TryGetValue(id, out var wrong))
            sheet.Add(Kit.Text.Coloured(Prose.Join(" ", [Prose.Of(Tone.Bad.Sign()), words.Say(wrong)]), Tone.Bad));
        else if (words.Has($"Field_{id}_Hint"))
            sheet.Add(Kit.Text.Small(words.Say($"Field_{id}_Hint")));
        return this;
    }
}
