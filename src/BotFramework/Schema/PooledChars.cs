using System.Buffers;
using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>Lends Newtonsoft its character buffers, and wipes them when they come back.</summary>
internal sealed class PooledChars : IArrayPool<char>
{
    public static PooledChars Shared { get; } = new();

    public char[] Rent(int minimumLength) => ArrayPool<char>.Shared.Rent(minimumLength);

    public void Return(char[]? array)
    {
        if (array is not null)
            ArrayPool<char>.Shared.Return(array, clearArray: true);
    }
}

/// <summary>Reads characters that are already in memory, without a copy into a string.</summary>
internal sealed class CharsReader(ReadOnlyMemory<char> chars) : TextReader
{
    private ReadOnlyMemory<char> rest = chars;

    public override int Peek() => rest.IsEmpty ? -1 : rest.Span[0];

    public override int Read()
    {
        if (rest.IsEmpty)
            return -1;

        var next = rest.Span[0];
        rest = rest[1..];
        return next;
    }

    public override int Read(char[] buffer, int index, int count)
    {
        var part = rest[..Math.Min(count, rest.Length)];
        part.CopyTo(buffer.AsMemory(index));
        rest = rest[part.Length..];
        return part.Length;
    }
}
