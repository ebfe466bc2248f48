using AdaptiveCards;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;
using Newtonsoft.Json.Linq;

namespace MarketoSetupBot.Cards.Kit;

/// <summary>Buttons. Each is an Action.Execute with a verb; clients that do not know it send the same as an Action.Submit.</summary>
internal static class Press
{
    public static AdaptiveAction Button(Words words, string verb, JObject? carried = null, string? title = null) =>
        Make(words, verb, carried, title, style: null, secondary: false);

    /// <summary>The one to press.</summary>
    public static AdaptiveAction Primary(Words words, string verb, JObject? carried = null, string? title = null) =>
        Make(words, verb, carried, title, "positive", secondary: false);

    public static AdaptiveAction Destructive(Words words, string verb, JObject? carried = null, string? title = null) =>
        Make(words, verb, carried, title, "destructive", secondary: false);

    /// <summary>Behind the three dots where the client has them.</summary>
    public static AdaptiveAction Secondary(Words words, string verb, JObject? carried = null, string? title = null) =>
        Make(words, verb, carried, title, style: null, secondary: true);

    /// <summary>The button sends no inputs, so they need not be filled in.</summary>
    public static AdaptiveAction WithoutInputs(this AdaptiveAction action)
    {
        var execute = (AdaptiveExecuteAction)action;
        execute.AssociatedInputs = AdaptiveAssociatedInputs.None;
        ((AdaptiveSubmitAction)execute.Fallback.Content).AssociatedInputs = AdaptiveAssociatedInputs.None;
        return execute;
    }

    /// <summary>What every button of a run's card carries. None of it is trusted.</summary>
    public static JObject Of(RunView run)
    {
        var carried = new JObject { [ActionData.Run] = run.Id.ToString("D"), [ActionData.Version] = run.Version };
        if (run.Current is { } step)
            carried[ActionData.Step] = step.Key.ToString();
        return carried;
    }

    public static JObject And(this JObject carried, string name, string value)
    {
        carried[name] = value;
        return carried;
    }

    private static AdaptiveExecuteAction Make(Words words, string verb, JObject? carried, string? title, string? style, bool secondary)
    {
        var data = carried ?? [];
        var name = title ?? words["Button_" + verb];
        return new AdaptiveExecuteAction
        {
            Title = name,
            Verb = verb,
            Data = data.DeepClone(),
            Style = style,
            Mode = secondary ? AdaptiveActionMode.Secondary : AdaptiveActionMode.Primary,
            Fallback = new AdaptiveFallbackElement(new AdaptiveSubmitAction { Title = name, Data = new JObject(data) { ["verb"] = verb } }),
        };
    }
}
