using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace BotFramework.Tests.AdaptiveCards;

/// <summary>Microsoft's JSON schema of version 1.5, and as much of draft 6 as it uses.</summary>
internal sealed class CardSchema
{
    private static readonly JObject Root = JObject.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "AdaptiveCards", "adaptive-card-1.5.schema.json")));

    /// <summary>What is wrong with a card; empty where nothing is.</summary>
    public static IReadOnlyList<string> Faults(string json) => [.. Faults(Root, JToken.Parse(json), "$")];

    private static IEnumerable<string> Faults(JObject schema, JToken value, string at)
    {
        if ((string?)schema["$ref"] is { } reference)
            return Faults((JObject)Root.SelectToken("definitions['" + reference["#/definitions/".Length..] + "']")!, value, at);

        return Own(schema, value, at)
            .Concat((schema["allOf"] ?? new JArray()).SelectMany(part => Faults((JObject)part, value, at)))
            .Concat(AnyOf(schema, value, at));
    }

    private static string[] AnyOf(JObject schema, JToken value, string at)
    {
        if (schema["anyOf"] is not JArray options)
            return [];

        var faults = options.Select(option => Faults((JObject)option, value, at).ToArray()).ToArray();

        // The alternative with the right "type" tells what is wrong.
        return faults.Any(each => each.Length == 0) ? [] : faults.OrderBy(each => each.Any(fault => fault.StartsWith(at + ".type ", StringComparison.Ordinal)) ? 1 : 0).ThenBy(each => each.Length).First();
    }

    private static IEnumerable<string> Own(JObject schema, JToken value, string at)
    {
        if (schema["enum"] is JArray allowed && !allowed.Any(each => JToken.DeepEquals(each, value)))
            yield return $"{at} is {value}, not one of {allowed.ToString(Newtonsoft.Json.Formatting.None)}";
        if ((string?)schema["type"] is { } type && !Is(value, type))
            yield return $"{at} is no {type}";
        if ((string?)schema["pattern"] is { } pattern && value.Type == JTokenType.String && !Regex.IsMatch((string)value!, pattern))
            yield return $"{at} does not match {pattern}";
        if (value is JArray items && schema["items"] is JObject item)
        {
            foreach (var fault in items.SelectMany((each, index) => Faults(item, each, $"{at}[{index}]")))
                yield return fault;
        }

        if (value is not JObject found)
            yield break;

        foreach (var name in (schema["required"] ?? new JArray()).Select(each => (string)each!).Where(name => found[name] is null))
            yield return $"{at}.{name} is missing";
        foreach (var property in found.Properties())
        {
            if (schema["properties"]?[property.Name] is JObject known)
            {
                foreach (var fault in Faults(known, property.Value, $"{at}.{property.Name}"))
                    yield return fault;
            }
            else if (schema["additionalProperties"] is JValue { Value: false })
            {
                yield return $"{at}.{property.Name} is unknown";
            }
        }
    }

    private static bool Is(JToken value, string type) => type switch
    {
        "object" => value is JObject,
        "array" => value is JArray,
        "null" => value.Type == JTokenType.Null,
        "string" => value.Type == JTokenType.String,
        "boolean" => value.Type == JTokenType.Boolean,
        "number" => value.Type is JTokenType.Integer or JTokenType.Float,
        _ => throw new InvalidOperationException(type),
    };
}
