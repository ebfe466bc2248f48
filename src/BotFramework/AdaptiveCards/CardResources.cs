namespace AdaptiveCards;

/// <summary>Looks through a card for the pictures it refers to.</summary>
internal static class CardResources
{
    public static IEnumerable<RemoteResourceInformation> Of(AdaptiveCard card) =>
    [
        .. Image(card.BackgroundImage?.UrlString),
        .. card.Body.SelectMany(Of),
        .. card.Actions.SelectMany(Of),
    ];

    private static IEnumerable<RemoteResourceInformation> Of(AdaptiveElement element) => element switch
    {
        AdaptiveImage image => Image(image.UrlString),
        AdaptiveImageSet set => set.Images.SelectMany(Of),
        AdaptiveContainer container => [.. Image(container.BackgroundImage?.UrlString), .. container.Items.SelectMany(Of)],
        AdaptiveColumnSet set => set.Columns.SelectMany(Of),
        AdaptiveTable table => table.Rows.SelectMany(row => row.Cells).SelectMany(Of),
        AdaptiveMedia media => [.. Image(media.Poster), .. media.Sources.Select(source => new RemoteResourceInformation(source.Url, source.MimeType))],
        AdaptiveActionSet set => set.Actions.SelectMany(Of),
        AdaptiveTextInput { InlineAction: { } action } => Of(action),
        _ => [],
    };

    private static IEnumerable<RemoteResourceInformation> Of(AdaptiveAction action) =>
        [.. Image(action.IconUrl), .. action is AdaptiveShowCardAction { Card: { } shown } ? Of(shown) : []];

    private static IEnumerable<RemoteResourceInformation> Image(string? url) =>
        string.IsNullOrEmpty(url) ? [] : [new RemoteResourceInformation(url, "image")];
}
