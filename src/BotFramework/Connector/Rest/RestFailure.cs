using System.Text;
using Microsoft.Bot.Schema;
using Microsoft.Rest;
using Newtonsoft.Json;

namespace Microsoft.Bot.Connector.Rest;

/// <summary>Makes the typed exception from a refusal.</summary>
internal static class RestFailure
{
    private const int LargestError = 64 * 1024;

    public static async Task<ErrorResponseException> FromAsync(HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var (text, body) = await ReadAsync(response, cancellationToken).ConfigureAwait(false);
        return new ErrorResponseException($"Operation returned an invalid status code '{response.StatusCode}'")
        {
            // What was sent stays out of it: exceptions get logged, and a card is nobody's business.
            Request = new HttpRequestMessageWrapper(request, null),
            Response = new HttpResponseMessageWrapper(response, text),
            Body = body,
        };
    }

    private static async Task<(string Text, ErrorResponse? Body)> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            using var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            using var bytes = new PooledBytes();
            await bytes.FillAsync(stream, LargestError, cancellationToken).ConfigureAwait(false);
            var text = Encoding.UTF8.GetString(bytes.Written.Span);
            try
            {
                return (text, ActivityJson.Read<ErrorResponse>(bytes.Written));
            }
            catch (JsonException)
            {
                // A proxy in between answers in HTML.
                return (text, null);
            }
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or HttpRequestException)
        {
            return (string.Empty, null);
        }
    }
}
