// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>The value of a command.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class CommandValue<T>
{
    public string CommandId { get; set; }

    public T Data { get; set; }
}

/// <summary>The value of what became of a command.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class CommandResultValue<T>
{
    public string CommandId { get; set; }

    public T Data { get; set; }

    public Error Error { get; set; }
}
