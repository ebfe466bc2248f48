// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.ComponentModel;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A button.</summary>
public abstract class AdaptiveAction : AdaptiveTypedElement
{
    public string Title { get; set; }

    public string IconUrl { get; set; }

    /// <summary>Gets or sets "default", "positive" or "destructive".</summary>
    [DefaultValue("default")]
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    public string Style { get; set; } = "default";

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveActionMode Mode { get; set; }

    [DefaultValue(true)]
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    public bool IsEnabled { get; set; } = true;

    public string Tooltip { get; set; }
}

/// <summary>A button of a type that this library does not know; its properties are the additional ones.</summary>
public class AdaptiveUnknownAction : AdaptiveAction
{
    public const string TypeName = "Action.Unknown";

    public override string Type { get; set; }
}

/// <summary>Asks the bot, and shows what it answers (version 1.4).</summary>
public class AdaptiveExecuteAction : AdaptiveAction
{
    public const string TypeName = "Action.Execute";

    public override string Type { get; set; } = TypeName;

    /// <summary>Gets or sets what is asked for. Without one the Agents Playground sends nothing.</summary>
    public string Verb { get; set; }

    /// <summary>Gets or sets what is sent besides the inputs. Nobody can trust it: the client sends it.</summary>
    public object Data { get; set; }

    /// <summary>Gets or sets <see cref="Data"/> as JSON.</summary>
    [JsonIgnore]
    public string DataJson
    {
        get => Data is null ? null : JsonConvert.SerializeObject(Data, CardJson.Settings);
        set => Data = value is null ? null : JsonConvert.DeserializeObject(value, CardJson.Settings);
    }

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveAssociatedInputs AssociatedInputs { get; set; }
}

/// <summary>Sends the bot a message with a value.</summary>
public class AdaptiveSubmitAction : AdaptiveAction
{
    public const string TypeName = "Action.Submit";

    public override string Type { get; set; } = TypeName;

    /// <summary>Gets or sets what is sent besides the inputs. Nobody can trust it: the client sends it.</summary>
    public object Data { get; set; }

    /// <summary>Gets or sets <see cref="Data"/> as JSON.</summary>
    [JsonIgnore]
    public string DataJson
    {
        get => Data is null ? null : JsonConvert.SerializeObject(Data, CardJson.Settings);
        set => Data = value is null ? null : JsonConvert.DeserializeObject(value, CardJson.Settings);
    }

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveAssociatedInputs AssociatedInputs { get; set; }
}

/// <summary>Opens a page.</summary>
public class AdaptiveOpenUrlAction : AdaptiveAction
{
    public const string TypeName = "Action.OpenUrl";

    public override string Type { get; set; } = TypeName;

    [JsonIgnore]
    public Uri Url
    {
        get => Uri.TryCreate(UrlString, UriKind.RelativeOrAbsolute, out var url) ? url : null;
        set => UrlString = value?.OriginalString;
    }

    [JsonProperty("url")]
    public string UrlString { get; set; }
}

/// <summary>Unfolds a card inside the card.</summary>
public class AdaptiveShowCardAction : AdaptiveAction
{
    public const string TypeName = "Action.ShowCard";

    public override string Type { get; set; } = TypeName;

    public AdaptiveCard Card { get; set; }
}

/// <summary>Shows and hides elements.</summary>
public class AdaptiveToggleVisibilityAction : AdaptiveAction
{
    public const string TypeName = "Action.ToggleVisibility";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveTargetElement> TargetElements { get; set; } = [];
}
