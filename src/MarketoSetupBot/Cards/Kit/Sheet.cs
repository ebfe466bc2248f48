using AdaptiveCards;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards.Kit;

/// <summary>
/// A card as all of ours are built: a coloured header, a body that is read from top to bottom, a quiet footer, buttons. Takes only
/// <see cref="Prose"/> where markdown is read, so nothing unescaped can get in.
/// </summary>
internal sealed class Sheet
{
    private const string Gutter = "24px";

    private readonly Words words;
    private readonly AdaptiveCard card;

    public Sheet(Words words, Tone tone, Prose title)
    {
        this.words = words;
        card = new AdaptiveCard(new AdaptiveSchemaVersion(1, 5)) { FallbackText = words["Fallback"], Lang = words.Culture.TwoLetterISOLanguageName };
        card.Body.Add(new AdaptiveContainer
        {
            Style = tone.Surface(),
            Bleed = true,
            Items = { Row(Mark(tone.Sign(), tone.WordColour(), AdaptiveTextSize.Large), Stretch(Text.Small(Prose.Of(words["Product"])), Text.Title(title))) },
        });
    }

    public Sheet Say(Prose prose) => Add(Text.Body(prose));

    public Sheet Hint(Prose prose) => Add(new AdaptiveTextBlock(prose.Markdown) { Wrap = true, IsSubtle = true, Spacing = AdaptiveSpacing.Small });

    public Sheet Section(string heading) => Add(Text.Section(Prose.Of(heading)));

    /// <summary>A remark that must not be overlooked.</summary>
    public Sheet Note(Tone tone, params IReadOnlyList<Prose> sentences)
    {
        var column = Stretch();
        foreach (var sentence in sentences)
            column.Items.Add(Text.Body(sentence));
        return Add(new AdaptiveContainer { Style = tone.Surface(), Spacing = AdaptiveSpacing.Medium, Items = { Row(Mark(tone.Sign(), tone.WordColour()), column) } });
    }

    public Sheet Facts(params IReadOnlyList<(string Label, Prose Value)> facts)
    {
        var set = new AdaptiveFactSet { Spacing = AdaptiveSpacing.Medium };
        foreach (var (label, value) in facts.Where(f => f.Value.Markdown.Length > 0))
            set.Facts.Add(new AdaptiveFact(Prose.Of(label).Markdown, value.Markdown));
        return set.Facts.Count > 0 ? Add(set) : this;
    }

    /// <summary>One thing, its state as sign, colour and words, and what there is to say of it.</summary>
    public Sheet Line(Tone tone, Prose thing, string state, params IReadOnlyList<Prose> below)
    {
        var column = Stretch(Text.Body(thing));
        foreach (var prose in below)
            column.Items.Add(Text.Small(prose));
        if (state.Length == 0)
            return Add(Row(Sign(tone), column));
        var said = new AdaptiveTextBlock(Prose.Of(state).Markdown) { Size = AdaptiveTextSize.Small, IsSubtle = tone is Tone.Neutral or Tone.Good, Color = tone.WordColour(), HorizontalAlignment = AdaptiveHorizontalAlignment.Right };
        return Add(Row(Sign(tone), column, new AdaptiveColumn { Width = "auto", Items = { said } }));
    }

    public Sheet Numbered(IEnumerable<Prose> items)
    {
        foreach (var (index, item) in items.Index())
            Add(Row(Mark($"{index + 1}", AdaptiveTextColor.Accent), Stretch(Text.Body(item))));
        return this;
    }

    public Sheet Bullets(IEnumerable<Prose> items)
    {
        foreach (var item in items)
            Add(Row(Mark("•", AdaptiveTextColor.Accent), Stretch(Text.Body(item))));
        return this;
    }

    /// <summary>A value to be copied, exactly as it is: text runs are not read as markdown.</summary>
    public Sheet Copyable(string label, string value, Prose hint = default)
    {
        var box = new AdaptiveContainer { Style = AdaptiveContainerStyle.Emphasis, Spacing = AdaptiveSpacing.Small };
        box.Items.Add(Text.Small(Prose.Of(label).Bold()));
        box.Items.Add(new AdaptiveRichTextBlock
        {
            Spacing = AdaptiveSpacing.Small,
            Inlines = { new AdaptiveTextRun(value) { FontType = AdaptiveFontType.Monospace } },
        });
        if (hint.Markdown.Length > 0)
            box.Items.Add(Text.Small(hint));
        return Add(box);
    }

    /// <summary>A few states side by side, narrow enough for four on a phone.</summary>
    public Sheet Band(IEnumerable<(Tone Tone, string Name, string State)> parts)
    {
        var set = new AdaptiveColumnSet();
        foreach (var (tone, name, state) in parts)
        {
            set.Columns.Add(new AdaptiveColumn
            {
                Width = "stretch",
                Spacing = AdaptiveSpacing.Small,
                Items =
                {
                    Centred(tone.Sign(), AdaptiveTextSize.Medium, tone.Colour()),
                    Centred(Prose.Of(name).Bold().Markdown, AdaptiveTextSize.Small),
                    Centred(Prose.Of(state).Markdown, AdaptiveTextSize.Small, tone.WordColour()),
                },
            });
        }
        return Add(new AdaptiveContainer { Style = AdaptiveContainerStyle.Emphasis, Spacing = AdaptiveSpacing.Medium, Items = { set } });
    }

    /// <summary>Hidden until the button with that title is pressed.</summary>
    public Sheet Folded(string id, string button, IEnumerable<AdaptiveElement> inside)
    {
        var toggle = new AdaptiveToggleVisibilityAction { Title = button, TargetElements = { new AdaptiveTargetElement(id) } };
        Add(new AdaptiveActionSet { Spacing = AdaptiveSpacing.Medium, Actions = { toggle } });
        return Add(new AdaptiveContainer { Id = id, IsVisible = false, Style = AdaptiveContainerStyle.Emphasis, Items = [.. inside] });
    }

    public Sheet Add(AdaptiveElement element)
    {
        card.Body.Add(element);
        return this;
    }

    public Sheet Footer(params IEnumerable<Prose> parts)
    {
        var line = Text.Small(Prose.Join(" · ", parts.Where(p => p.Markdown.Length > 0)));
        line.Separator = true;
        line.Spacing = AdaptiveSpacing.Medium;
        return Add(line);
    }

    public AdaptiveCard With(params IReadOnlyList<AdaptiveAction> buttons)
    {
        if (buttons.Count > 0)
            card.Actions.AddRange(buttons);
        return card;
    }

    private static AdaptiveColumnSet Row(params IReadOnlyList<AdaptiveColumn> columns)
    {
        var row = new AdaptiveColumnSet { Spacing = AdaptiveSpacing.Small };
        row.Columns.AddRange(columns);
        return row;
    }

    private static AdaptiveColumn Stretch(params IReadOnlyList<AdaptiveElement> items)
    {
        var column = new AdaptiveColumn { Width = "stretch", Spacing = AdaptiveSpacing.Small };
        column.Items.AddRange(items);
        return column;
    }

    private static AdaptiveTextBlock Centred(string text, AdaptiveTextSize size, AdaptiveTextColor colour = AdaptiveTextColor.Default) => new(text)
    {
        Size = size,
        Color = colour,
        HorizontalAlignment = AdaptiveHorizontalAlignment.Center,
        Spacing = AdaptiveSpacing.None,
    };

    private static AdaptiveColumn Sign(Tone tone) => Mark(tone.Sign(), tone.Colour());

    private static AdaptiveColumn Mark(string sign, AdaptiveTextColor colour, AdaptiveTextSize size = AdaptiveTextSize.Default) => new()
    {
        Width = Gutter,
        Items = { new AdaptiveTextBlock(sign) { Color = colour, Weight = AdaptiveTextWeight.Bolder, Size = size, HorizontalAlignment = AdaptiveHorizontalAlignment.Center } },
    };
}
