using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Reads elements and actions by their "type". Types come from the list below, never from the JSON.</summary>
internal sealed class TypedElementConverter : JsonConverter
{
    private static readonly System.Buffers.SearchValues<char> HexDigits = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");

    private static readonly Dictionary<string, Func<AdaptiveTypedElement>> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        [AdaptiveCard.TypeName] = () => new AdaptiveCard(AdaptiveCard.KnownSchemaVersion),
        [AdaptiveTextBlock.TypeName] = () => new AdaptiveTextBlock(),
        [AdaptiveRichTextBlock.TypeName] = () => new AdaptiveRichTextBlock(),
        [AdaptiveContainer.TypeName] = () => new AdaptiveContainer(),
        [AdaptiveColumnSet.TypeName] = () => new AdaptiveColumnSet(),
        [AdaptiveColumn.TypeName] = () => new AdaptiveColumn(),
        [AdaptiveFactSet.TypeName] = () => new AdaptiveFactSet(),
        [AdaptiveImage.TypeName] = () => new AdaptiveImage(),
        [AdaptiveImageSet.TypeName] = () => new AdaptiveImageSet(),
        [AdaptiveMedia.TypeName] = () => new AdaptiveMedia(),
        [AdaptiveTable.TypeName] = () => new AdaptiveTable(),
        [AdaptiveTableRow.TypeName] = () => new AdaptiveTableRow(),
        [AdaptiveTableCell.TypeName] = () => new AdaptiveTableCell(),
        [AdaptiveActionSet.TypeName] = () => new AdaptiveActionSet(),
        [AdaptiveTextInput.TypeName] = () => new AdaptiveTextInput(),
        [AdaptiveNumberInput.TypeName] = () => new AdaptiveNumberInput(),
        [AdaptiveDateInput.TypeName] = () => new AdaptiveDateInput(),
        [AdaptiveTimeInput.TypeName] = () => new AdaptiveTimeInput(),
        [AdaptiveToggleInput.TypeName] = () => new AdaptiveToggleInput(),
        [AdaptiveChoiceSetInput.TypeName] = () => new AdaptiveChoiceSetInput(),
        [AdaptiveExecuteAction.TypeName] = () => new AdaptiveExecuteAction(),
        [AdaptiveSubmitAction.TypeName] = () => new AdaptiveSubmitAction(),
        [AdaptiveOpenUrlAction.TypeName] = () => new AdaptiveOpenUrlAction(),
        [AdaptiveShowCardAction.TypeName] = () => new AdaptiveShowCardAction(),
        [AdaptiveToggleVisibilityAction.TypeName] = () => new AdaptiveToggleVisibilityAction(),
    };

    // Within these a "type" may be left out, because nothing else can stand there.
    private static readonly Dictionary<Type, string> Implied = new()
    {
        [typeof(AdaptiveCard)] = AdaptiveCard.TypeName,
        [typeof(AdaptiveImage)] = AdaptiveImage.TypeName,
        [typeof(AdaptiveColumn)] = AdaptiveColumn.TypeName,
        [typeof(AdaptiveTableRow)] = AdaptiveTableRow.TypeName,
        [typeof(AdaptiveTableCell)] = AdaptiveTableCell.TypeName,
        [typeof(AdaptiveExecuteAction)] = AdaptiveExecuteAction.TypeName,
    };

    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) => typeof(AdaptiveTypedElement).IsAssignableFrom(objectType);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        if (Load(reader) is not { } json)
            return null;

        var element = Create((string?)json["type"] ?? Implied.GetValueOrDefault(objectType), objectType, serializer);
        using var properties = json.CreateReader();
        serializer.Populate(properties, element);
        Check(element, serializer);
        return element;
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => throw new NotSupportedException();

    private static void Check(AdaptiveTypedElement element, JsonSerializer serializer)
    {
        if (element is AdaptiveUnknownElement or AdaptiveUnknownAction)
            return;

        DropKnown(element, serializer);
        foreach (var unknown in element.AdditionalProperties is { } additional ? (IEnumerable<string>)additional.Keys : [])
            CardJson.Warn(serializer, AdaptiveWarningCode.UnknownProperty, $"Unknown property '{unknown}' of '{element.Type}'");

        switch (element)
        {
            case AdaptiveInput { Id: null or "" }:
                throw new AdaptiveSerializationException($"'{element.Type}' has no 'id', so nobody could find its answer.");
            case AdaptiveCollectionElement { SelectAction: AdaptiveUnknownAction } collection:
                collection.SelectAction = null;
                break;
            case AdaptiveCard { SelectAction: AdaptiveUnknownAction } card:
                card.SelectAction = null;
                break;
            case AdaptiveImage image:
                if (image.SelectAction is AdaptiveUnknownAction) image.SelectAction = null;
                if (image.BackgroundColor is { } color && !IsColor(color))
                {
                    CardJson.Warn(serializer, AdaptiveWarningCode.InvalidColor, $"'{color}' is no colour such as #RRGGBB or #AARRGGBB");
                    image.BackgroundColor = null;
                }

                break;
        }
    }

    /// <summary>A member that was given its default, or null, is not set; the serializer keeps it among the additional ones, and would write it twice later.</summary>
    private static void DropKnown(AdaptiveTypedElement element, JsonSerializer serializer)
    {
        if (element.AdditionalProperties is not { Count: > 0 } additional || serializer.ContractResolver.ResolveContract(element.GetType()) is not JsonObjectContract contract)
            return;

        foreach (var name in additional.Keys.Where(name => contract.Properties.GetClosestMatchProperty(name) is { Ignored: false }).ToList())
            additional.Remove(name);
    }

    private static bool IsColor(string color) => color.Length is 7 or 9 && color[0] == '#' && color.AsSpan(1).IndexOfAnyExcept(HexDigits) < 0;

    private static AdaptiveTypedElement Create(string? type, Type expected, JsonSerializer serializer)
    {
        if (type is not null && Known.TryGetValue(type, out var make) && make() is var known && expected.IsInstanceOfType(known))
            return known;

        if (type is null) throw new JsonSerializationException("An element or an action says its type.");

        // Written again as it was read, so that a newer client can show what this library does not know.
        if (expected.IsAssignableFrom(typeof(AdaptiveUnknownAction)) && (expected == typeof(AdaptiveAction) || type?.StartsWith("Action.", StringComparison.Ordinal) == true))
        {
            CardJson.Warn(serializer, AdaptiveWarningCode.UnknownActionType, $"Unknown action type '{type}'");
            return new AdaptiveUnknownAction { Type = type };
        }

        if (expected.IsAssignableFrom(typeof(AdaptiveUnknownElement)))
        {
            CardJson.Warn(serializer, AdaptiveWarningCode.UnknownElementType, $"Unknown element type '{type}'");
            return new AdaptiveUnknownElement { Type = type };
        }

        throw new JsonSerializationException($"'{type}' cannot stand here.");
    }

    /// <summary>The object at the reader, without a copy where it is in memory already: nesting would copy it once per level.</summary>
    private static JObject? Load(JsonReader reader)
    {
        if (reader.TokenType == JsonToken.Null)
            return null;
        if (reader is JTokenReader { CurrentToken: JObject inMemory })
        {
            reader.Skip();
            return inMemory;
        }

        return JObject.Load(reader);
    }
}
