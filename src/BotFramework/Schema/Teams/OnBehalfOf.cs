// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>Somebody in whose name a bot writes; Teams shows both.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class OnBehalfOf
{
    [JsonProperty("itemid")]
    public int ItemId { get; set; }

    public string MentionType { get; set; } = "person";

    /// <summary>Gets or sets the id of the person in Teams, as in "29:...".</summary>
    public string Mri { get; set; }

    /// <summary>Gets or sets the name to show when Teams does not find the person's own.</summary>
    public string DisplayName { get; set; }
}
