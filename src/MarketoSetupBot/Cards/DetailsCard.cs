using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;
using Newtonsoft.Json.Linq;

namespace MarketoSetupBot.Cards;

/// <summary>The one form of the journey. Shown again with what was typed when something is wrong with it.</summary>
internal static class DetailsCard
{
    public static AdaptiveCard For(DetailsForm form, CultureInfo culture)
    {
        var words = Words.For(culture);
        var sheet = new Sheet(words, Tone.Working, words.Say("Details_Title"));
        if (form.Errors.Count > 0)
            sheet.Note(Tone.Bad, words.Say("Details_Errors"));
        else
            sheet.Say(words.Say("Details_Text"));

        var fields = new Field(sheet, words, form.Typed, form.Errors);
        sheet.Section(words["Details_Dynamics"]);
        fields.Text(Inputs.OrganisationUrl, 255, AdaptiveTextInputStyle.Url)
            .Text(Inputs.SyncUser, 255, AdaptiveTextInputStyle.Email)
            .Choice(Inputs.Method, [("passwordGrant", words["Method_PasswordGrant"]), ("serverToServer", words["Method_ServerToServer"])]);
        sheet.Section(words["Details_Entra"]);
        fields.Text(Inputs.AppName, 120).Optional(Inputs.ExistingClientId, 64);
        sheet.Section(words["Details_Secret"]);
        fields.Text(Inputs.SecretDescription, 120)
            .Text(Inputs.SecretLifetimeDays, 4, regex: "^[0-9]{1,4}$", values: ("maximum", form.MaximumLifetimeDays.ToString(CultureInfo.InvariantCulture)))
            .Choice(Inputs.RecipientId, form.Recipients.Select(p => (p.ObjectId, p.Name)));
        if (form.Channels.Count > 0)
        {
            sheet.Section(words["Details_Progress"]);
            fields.Choice(Inputs.Channel, Channels(form, words), unlessTyped: Inputs.NoChannel);
        }

        var carried = new JObject { [ActionData.Run] = form.Run.ToString("D"), [ActionData.Version] = form.Version, [ActionData.Step] = nameof(StepKey.Details) };
        return sheet.With(
            Press.Primary(words, Verbs.SendDetails, carried),
            Press.Button(words, Verbs.AskCancel, carried).WithoutInputs());
    }

    private static IEnumerable<(string, string)> Channels(DetailsForm form, Words words) =>
        form.Channels.Select(c => (c.Key, words.Plain("Field_channel_Choice", ("team", c.Team), ("name", c.Name))))
            .Prepend((Inputs.NoChannel, words["Field_channel_None"]));
}
