using System.Globalization;
using System.Text;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace MarketoSetupBot.Threads;

/// <summary>
/// A phrase as a message that tells people by name: whoever it concerns and is in the conversation is really mentioned, so that Teams notifies them.
/// Only people of the conversation's own roster, whoever the phrase names; what somebody typed never becomes a mention.
/// </summary>
internal sealed class Mentions(Rosters rosters)
{
    private const string Id = "Id";

    /// <summary>Private-use characters stand for the mentions while the sentence is filled and escaped.</summary>
    private const char FirstMark = '\uE000';
    private const char LastMark = '\uE0FF';

    public async Task<IMessageActivity> MessageAsync(ITurnContext turn, Phrase says, Words words, CancellationToken cancellationToken)
    {
        var values = (says.Values ?? new Dictionary<string, string>()).ToDictionary(v => v.Key, v => Unmarked(v.Value), StringComparer.Ordinal);
        var named = values.Keys.Where(k => values.ContainsKey(k + Id)).ToList();
        var tells = values.GetValueOrDefault(Phrase.Tells, "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        var people = named.Count + tells.Length == 0 ? new Dictionary<string, ChannelAccount>() : await rosters.ByObjectIdAsync(turn, cancellationToken);

        List<Mention> mentions = [];
        foreach (var name in named)
        {
            if (people.TryGetValue(values[name + Id], out var person)) values[name] = Mark(mentions, person);
        }
        var text = new StringBuilder(words.Say(new Phrase(says.Code, values)).Markdown);
        foreach (var id in tells)
        {
            if (people.TryGetValue(id, out var person) && mentions.TrueForAll(m => m.Mentioned.Id != person.Id)) text.Append(' ').Append(Mark(mentions, person));
        }
        for (var i = 0; i < mentions.Count; i++) text.Replace(((char)(FirstMark + i)).ToString(), mentions[i].Text);
        var message = MessageFactory.Text(text.ToString());
        message.Entities = [.. mentions];
        return message;
    }

    private static string Mark(List<Mention> mentions, ChannelAccount person)
    {
        mentions.Add(new Mention { Mentioned = new ChannelAccount(person.Id, person.Name), Text = $"<at>{Spoken(person.Name)}</at>" });
        return ((char)(FirstMark + mentions.Count - 1)).ToString();
    }

    private static string Unmarked(string value) => value.Any(IsMark) ? string.Concat(value.Where(c => !IsMark(c))) : value;

    private static bool IsMark(char c) => c is >= FirstMark and <= LastMark;

    /// <summary>Teams compares the text with the entity's before it reads any markup, so a name keeps only what cannot be markup.</summary>
    private static string Spoken(string? name)
    {
        var plain = string.Concat((name ?? "").Where(c => char.IsLetterOrDigit(c) || c is ' ' or '.' or '-' or '\'' || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark));
        return plain.Trim().Length > 0 ? plain.Trim() : "?";
    }
}
