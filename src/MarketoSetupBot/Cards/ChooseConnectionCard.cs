using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;
using Newtonsoft.Json.Linq;

namespace MarketoSetupBot.Cards;

/// <summary>More than one organisation is looked after, or none.</summary>
internal static class ChooseConnectionCard
{
    private const int Shown = 8;

    public static AdaptiveCard For(IReadOnlyList<ConnectionView> connections, CultureInfo culture)
    {
        var words = Words.For(culture);
        var sheet = new Sheet(words, Tone.Working, words.Say("Choose_Title"));
        if (connections.Count == 0)
            return sheet.Say(words.Say("Choose_None")).With(Press.Primary(words, Verbs.Begin));

        foreach (var connection in connections.Take(Shown))
        {
            var carried = new JObject { [ActionData.Connection] = connection.Id.ToString("D") };
            sheet.Line(
                    Tone.Neutral,
                    Prose.Of(connection.OrganisationHost).Bold(),
                    connection.AppName ?? "",
                    connection.SecretExpiresAt is { } expires ? words.Say("Choose_Line", ("expires", Kinds.Iso(expires))) : words.Say("Choose_NoSecret"))
                .Add(new AdaptiveActionSet { Spacing = AdaptiveSpacing.Small, Actions = { Press.Button(words, Verbs.Validate, carried, words.Plain("Button_ValidateHost", ("host", connection.OrganisationHost))) } });
        }
        if (connections.Count > Shown)
            sheet.Hint(words.Say("Status_More", ("count", $"{connections.Count - Shown}")));
        return sheet.With();
    }
}
