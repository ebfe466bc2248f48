using System.Text;

namespace Microsoft.Bot.Schema;

/// <summary>
/// Turns characters into UTF-8 in rented memory, without the two buffers that a StreamWriter makes for every text. Half a
/// character, which JSON can smuggle in as an escape, comes out as U+FFFD instead of breaking the turn.
/// </summary>
internal sealed class Utf8Text(PooledBytes bytes) : TextWriter(System.Globalization.CultureInfo.InvariantCulture)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);
    private char pending;

    public override Encoding Encoding => Utf8;

    public override void Write(char value)
    {
        if (value < 0x80 && pending == default)
            bytes.WriteByte((byte)value);
        else
            Write([value]);
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (buffer.IsEmpty) return;
        if (pending != default)
        {
            // The other half of a character came with the write before.
            Span<char> pair = [pending, buffer[0]];
            pending = default;
            Encode(pair);
            buffer = buffer[1..];
        }

        if (!buffer.IsEmpty && char.IsHighSurrogate(buffer[^1]))
        {
            pending = buffer[^1];
            buffer = buffer[..^1];
        }

        Encode(buffer);
    }

    /// <summary>Writes what waits for a second half that does not come.</summary>
    public void End()
    {
        if (pending != default) Encode([pending]);
    }

    private void Encode(ReadOnlySpan<char> chars)
    {
        if (chars.IsEmpty) return;
        var space = bytes.Space(Utf8.GetMaxByteCount(chars.Length));
        bytes.Advance(Utf8.GetBytes(chars, space));
    }
}
