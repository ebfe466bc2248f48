// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Globalization;
using System.Text;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Messages that offer choices.</summary>
public class ChoiceFactory
{
    /// <summary>As fits the channel: buttons where it shows that many and their titles are short, else text.</summary>
    /// <param name="toList">Ids of those who are to see suggested actions; without it, everybody.</param>
    public static IMessageActivity ForChannel(string channelId, IList<Choice> list, string text = null, string speak = null, ChoiceFactoryOptions options = null, string conversationType = default, IList<string> toList = default)
    {
        list ??= [];
        var longest = list.Count == 0 ? 0 : list.Max(choice => (choice.Action?.Title ?? choice.Value ?? string.Empty).Length);
        var fits = longest <= Channel.MaxActionTitleLength(channelId);
        if (fits && Channel.SupportsSuggestedActions(channelId, list.Count, conversationType)) return SuggestedAction(list, text, speak, toList);
        if (fits && Channel.SupportsCardActions(channelId, list.Count)) return HeroCard(list, text, speak);
        return list.Count <= 3 ? Inline(list, text, speak, options) : List(list, text, speak, options);
    }

    public static Activity Inline(IList<Choice> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null)
    {
        choices ??= [];
        var (separator, or, orMore, numbers) = Joined(options);
        var said = new StringBuilder(text).Append(' ');
        for (var i = 0; i < choices.Count; i++)
        {
            if (i > 0) said.Append(i < choices.Count - 1 ? separator : i == 1 ? or : orMore);
            if (numbers) said.Append(CultureInfo.InvariantCulture, $"({i + 1}) ");
            said.Append(Title(choices[i]));
        }

        return MessageFactory.Text(said.ToString(), speak, InputHints.ExpectingInput);
    }

    public static Activity List(IList<string> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null) =>
        List(ToChoices(choices), text, speak, options);

    public static Activity List(IList<Choice> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null)
    {
        choices ??= [];
        var numbers = options?.IncludeNumbers ?? true;
        var said = new StringBuilder(text).Append("\n\n   ");
        for (var i = 0; i < choices.Count; i++)
        {
            if (i > 0) said.Append("\n   ");
            if (numbers)
                said.Append(CultureInfo.InvariantCulture, $"{i + 1}. ");
            else
                said.Append("- ");
            said.Append(Title(choices[i]));
        }

        return MessageFactory.Text(said.ToString(), speak, InputHints.ExpectingInput);
    }

    public static IMessageActivity SuggestedAction(IList<string> choices, string text = null, string speak = null, IList<string> toList = default) =>
        SuggestedAction(ToChoices(choices), text, speak, toList);

    public static IMessageActivity SuggestedAction(IList<Choice> choices, string text = null, string speak = null, IList<string> toList = default) =>
        MessageFactory.SuggestedActions(Buttons(choices), text, speak, InputHints.ExpectingInput, toList);

    public static IMessageActivity HeroCard(IList<Choice> choices, string text = null, string speak = null)
    {
        var card = new HeroCard { Text = text, Buttons = Buttons(choices) };
        return MessageFactory.Attachment(card.ToAttachment(), null, speak, InputHints.ExpectingInput);
    }

    public static IList<Choice> ToChoices(IList<string> choices) =>
        choices is null ? [] : [.. choices.Select(choice => new Choice(choice))];

    private static List<CardAction> Buttons(IList<Choice> choices) =>
        [.. (choices ?? []).Select(choice => choice.Action ?? new CardAction { Type = ActionTypes.ImBack, Value = choice.Value, Title = choice.Value })];

    private static string Title(Choice choice) => choice.Action?.Title ?? choice.Value;

    private static (string Separator, string Or, string OrMore, bool Numbers) Joined(ChoiceFactoryOptions options) =>
        (options?.InlineSeparator ?? ", ", options?.InlineOr ?? " or ", options?.InlineOrMore ?? ", or ", options?.IncludeNumbers ?? true);
}
