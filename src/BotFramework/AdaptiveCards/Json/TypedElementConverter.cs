using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AdaptiveCards;

/// <summary>Reads elements and actions by their "type". Types come from the list below, never from the JSON.</summary>
internal sealed class TypedElementConverter : JsonConverter
{
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
        DropSkipped(element);
        return element;
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => throw new NotSupportedException();

    /// <summary>What nobody knows and nothing stands in for is left out, as a client leaves it out. The warning remains.</summary>
    private static bool IsSkipped(AdaptiveTypedElement? element) => element is AdaptiveUnknownElement or AdaptiveUnknownAction && element.Fallback is null;

    private static void DropSkipped(AdaptiveTypedElement element)
    {
        switch (element)
        {
            case AdaptiveCard card:
                card.Body?.RemoveAll(IsSkipped);
                card.Actions?.RemoveAll(IsSkipped);
                if (IsSkipped(card.SelectAction)) card.SelectAction = null;
                break;
            case AdaptiveCollectionElement collection:
                (collection as AdaptiveContainer)?.Items?.RemoveAll(IsSkipped);
                if (IsSkipped(collection.SelectAction)) collection.SelectAction = null;
                break;
            case AdaptiveActionSet set:
                set.Actions?.RemoveAll(IsSkipped);
                break;
            case AdaptiveImage image when IsSkipped(image.SelectAction):
                image.SelectAction = null;
                break;
        }
    }

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
