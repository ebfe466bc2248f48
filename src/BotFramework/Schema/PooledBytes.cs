using System.Buffers;

namespace Microsoft.Bot.Schema;

/// <summary>A growing byte buffer over rented memory, which is wiped when it is given back: it may have held a token.</summary>
internal sealed class PooledBytes : Stream
{
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(4096);
    private int length;

    /// <summary>Gets what was written; valid until this object is disposed.</summary>
    public ReadOnlyMemory<byte> Written => buffer.AsMemory(0, length);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => length;

    public override long Position
    {
        get => length;
        set => throw new NotSupportedException();
    }

    /// <exception cref="InvalidDataException">There is more than <paramref name="maxBytes"/>.</exception>
    public async Task FillAsync(Stream source, int maxBytes, CancellationToken cancellationToken)
    {
        while (true)
        {
            Reserve(1);
            var read = await source.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return;

            length += read;
            if (length > maxBytes)
                throw new InvalidDataException("The body is larger than allowed.");
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(buffer.AsSpan(length));
        length += bytes.Length;
    }

    public override void WriteByte(byte value)
    {
        Reserve(1);
        buffer[length++] = value;
    }

    /// <summary>Room for at least <paramref name="most"/> bytes, to be filled and then counted by <see cref="Advance"/>.</summary>
    public Span<byte> Space(int most)
    {
        Reserve(most);
        return buffer.AsSpan(length);
    }

    public void Advance(int count) => length += count;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        var rented = Interlocked.Exchange(ref buffer, []);
        if (rented.Length > 0)
        {
            rented.AsSpan(0, length).Clear();
            ArrayPool<byte>.Shared.Return(rented);
        }

        length = 0;
        base.Dispose(disposing);
    }

    private void Reserve(int more)
    {
        if (buffer.Length - length >= more)
            return;

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(buffer.Length * 2, length + more));
        buffer.AsSpan(0, length).CopyTo(larger);
        buffer.AsSpan(0, length).Clear();
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
