using System.Text.Json;
using System.Text.Json.Serialization;

namespace MarketoSetupBot.Contracts;

/// <summary>How both sides write JSON: camelCase, enums as camelCase words, nulls left out, unknown members ignored.</summary>
public static class Wire
{
    public static JsonSerializerOptions Json { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        return options;
    }
}
