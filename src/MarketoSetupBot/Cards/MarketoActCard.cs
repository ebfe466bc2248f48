using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards;

/// <summary>One of the six acts that only a person can do in Marketo, with Marketo's own English labels.</summary>
internal static class MarketoActCard
{
    public static AdaptiveCard For(RunView run, CultureInfo culture)
    {
        var words = Words.For(culture);
        var step = run.Marketo?.Current ?? run.Current?.Key ?? StepKey.DisableSync;
        var name = Named(run, step, words);
        var acts = run.Steps.Select(s => s.Key).Where(k => k.IsInMarketo()).ToList();
        var sheet = new Sheet(words, Tone.Working, words.Say(
                "Marketo_Title",
                ("n", $"{acts.IndexOf(step) + 1}"), ("m", $"{acts.Count}"), ("step", run.Name(step, words))))
            .Hint(words.Say("Marketo_Where"));
        if (run.Marketo is { Red.Count: > 0 } marketo)
            sheet.Note(Tone.Bad, words.Say("MarketoAct_Red", ("checks", string.Join(',', marketo.Red.Select(r => (int)r)))));

        var onPremises = run.Kind is RunKind.MarketoActsOnly;
        if (onPremises && step is StepKey.DisableSync)
            sheet.Note(Tone.Neutral, words.Say("Act_DisableSync_OnPremises", ("host", run.Organisation(words))));

        sheet.Numbered(words.SayEach(onPremises && step is StepKey.EditCredentials ? "Act_EditCredentials_OnPremises" : name, ("until", run.Marketo?.WaitsUntil is { } until ? Kinds.Iso(until) : "")));
        if (step is StepKey.EditCredentials)
            Credentials(sheet, run, words);
        if (step is StepKey.ValidateSyncSetup)
            sheet.Bullets(Enum.GetValues<MarketoCheck>().Select(c => Prose.Of(words["Marketo_" + c])));
        sheet.Hint(words.Say(words.Has(name + "_Why") ? name + "_Why" : $"Act_{step}_Why", ("user", run.Details?.SyncUser ?? ""), ("url", run.Details?.OrganisationUrl ?? "")))
            .Footer(run, words);

        var carried = Press.Of(run).And(ActionData.Step, step.ToString());
        if (step is StepKey.Settle)
            return sheet.With(Press.Button(words, Verbs.Show, Press.Of(run), words["Button_Refresh"]), Press.Button(words, Verbs.AskCancel, Press.Of(run)));
        List<AdaptiveAction> buttons = [Press.Primary(words, Verbs.MarketoDone, carried), Press.Button(words, Verbs.MarketoProblem, carried)];
        if (step is not StepKey.DisableSync)
            buttons.Add(Press.Button(words, Verbs.MarketoBack, carried));
        buttons.Add(Press.Secondary(words, Verbs.MarketoLater, carried));
        return sheet.With(buttons);
    }

    private static string Named(RunView run, StepKey step, Words words)
    {
        var name = "Act_" + step;
        return run.IsServerToServer() && words.Has(name + "_ServerToServer") ? name + "_ServerToServer" : name;
    }

    private static void Credentials(Sheet sheet, RunView run, Words words)
    {
        if (run.Delivery is not { } delivery)
            return;
        if (run.IsServerToServer())
            Application(sheet, run, words);
        sheet.Copyable(words["Label_ClientIdField"], delivery.ClientId)
            .Add(new AdaptiveContainer
            {
                Style = AdaptiveContainerStyle.Emphasis,
                Spacing = AdaptiveSpacing.Small,
                Items =
                {
                    Text.Small(Prose.Of(words["Label_ClientSecretField"]).Bold()),
                    Text.Body(words.Say("Act_EditCredentials_Secret", ("recipient", delivery.Recipient.Name))),
                },
            });
    }

    /// <summary>Marketo's form for server to server: the application user's e-mail for the user name, and no password.</summary>
    private static void Application(Sheet sheet, RunView run, Words words)
    {
        var said = run.Steps.FirstOrDefault(s => s.Key is StepKey.ApplicationUser)?.Says?.Values;
        sheet.Copyable(words["Label_Username"], said?.GetValueOrDefault("email") ?? run.Details?.SyncUser ?? "")
            .Copyable(words["Label_TenantId"], said?.GetValueOrDefault("tenant") ?? "")
            .Copyable(words["Label_Url"], run.Details?.OrganisationUrl ?? "");
    }
}
