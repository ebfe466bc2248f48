// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>A button that opens a dialog: its value, as JSON text, says "task/fetch" besides what it was given.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class TaskModuleAction : CardAction
{
    public TaskModuleAction(string title, object value = null)
        : base("invoke", title, value: Fetch(value))
    {
    }

    private static string Fetch(object value)
    {
        var data = value switch
        {
            null => [],
            string text => JsonConvert.DeserializeObject<JObject>(text, ActivityJson.Settings),
            var other => JObject.FromObject(other, ActivityJson.Serializer),
        };
        data["type"] = "task/fetch";
        return data.ToString();
    }
}
