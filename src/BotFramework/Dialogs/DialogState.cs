// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>The stack of one dialog set, as it is stored.</summary>
public class DialogState
{
    public DialogState()
        : this(null)
    {
    }

    public DialogState(List<DialogInstance> stack) => DialogStack = stack ?? [];

    [JsonProperty("dialogStack")]
    public List<DialogInstance> DialogStack { get; set; }
}

/// <summary>A running dialog, as it is stored.</summary>
public class DialogInstance
{
    [JsonProperty("id")]
    public string Id { get; set; }

    [JsonProperty("state")]
    public IDictionary<string, object> State { get; set; } = new Dictionary<string, object>();

    /// <summary>Where the instance stands: from 0 on in its own stack, below 0 in that of its parent. Nothing here sets it.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public int? StackIndex { get; set; }

    [JsonProperty("version", NullValueHandling = NullValueHandling.Ignore)]
    public string Version { get; set; }
}
