using System.Buffers;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>
/// The one way activities become JSON and back. Resolver and serializer are shared and never changed after this class is made:
/// a resolver of its own per turn, as the official connector makes it, costs a compilation of every property accessor per turn.
/// </summary>
internal static class ActivityJson
{
    /// <summary>Nesting beyond this is refused; a card of ours is about 20 deep.</summary>
    public const int MaxDepth = 64;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static JsonSerializerSettings Settings { get; } = new()
    {
        ContractResolver = new DefaultContractResolver(),
        NullValueHandling = NullValueHandling.Ignore,
        MaxDepth = MaxDepth,

        // What looks like a date inside Value or ChannelData stays the string that was sent; typed properties are parsed all the same.
        DateParseHandling = DateParseHandling.None,

        // Stated, because a process-wide default could say otherwise: no JSON names a type to load.
        TypeNameHandling = TypeNameHandling.None,
        ReferenceLoopHandling = ReferenceLoopHandling.Error,

        // A loop is an object inside itself. Asked in their own words, entities would compare by being written, inside each other without end.
        EqualityComparer = ReferenceEqualityComparer.Instance,
    };

    public static JsonSerializer Serializer { get; } = JsonSerializer.Create(Settings);

    /// <summary>Writes UTF-8 JSON into rented memory; dispose what is returned to give it back.</summary>
    public static PooledBytes Write(object value)
    {
        var bytes = new PooledBytes();
        try
        {
            using var text = new Utf8Text(bytes);
            using (var json = new JsonTextWriter(text) { ArrayPool = PooledChars.Shared, CloseOutput = false })
                Serializer.Serialize(json, value);
            text.End();
        }
        catch
        {
            bytes.Dispose();
            throw;
        }

        return bytes;
    }

    public static string WriteText(object value)
    {
        using var bytes = Write(value);
        return Utf8.GetString(bytes.Written.Span);
    }

    /// <exception cref="JsonException">The text is no JSON, is nested too deep, or has a value of a wrong type.</exception>
    public static T? Read<T>(ReadOnlyMemory<byte> utf8)
    {
        var chars = ArrayPool<char>.Shared.Rent(Utf8.GetMaxCharCount(utf8.Length));
        try
        {
            var count = Decode(utf8.Span, chars);
            using var reader = new JsonTextReader(new CharsReader(chars.AsMemory(0, count)))
            {
                ArrayPool = PooledChars.Shared,
                MaxDepth = MaxDepth,
                DateParseHandling = DateParseHandling.None,
            };
            return Serializer.Deserialize<T>(reader);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(chars, clearArray: true);
        }
    }

    /// <summary>Reads a body of at most <paramref name="maxBytes"/>.</summary>
    /// <exception cref="InvalidDataException">The body is larger.</exception>
    /// <exception cref="JsonException">The text is no JSON, is nested too deep, or has a value of a wrong type.</exception>
    public static async Task<T?> ReadAsync<T>(Stream body, int maxBytes, CancellationToken cancellationToken)
    {
        using var bytes = new PooledBytes();
        await bytes.FillAsync(body, maxBytes, cancellationToken).ConfigureAwait(false);
        return Read<T>(bytes.Written);
    }

    private static int Decode(ReadOnlySpan<byte> utf8, char[] chars)
    {
        var bom = Encoding.UTF8.Preamble;
        try
        {
            return Utf8.GetChars(utf8.StartsWith(bom) ? utf8[bom.Length..] : utf8, chars);
        }
        catch (ArgumentException)
        {
            throw new JsonReaderException("The text is not UTF-8.");
        }
    }
}
