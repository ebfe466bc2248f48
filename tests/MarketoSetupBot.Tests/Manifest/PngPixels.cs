using System.Buffers.Binary;
using System.IO.Compression;

namespace MarketoSetupBot.Tests.Manifest;

/// <summary>Reads the pixels of an 8-bit RGB or RGBA PNG, which is what the icons are.</summary>
internal sealed record PngPixels(int Width, int Height, IReadOnlyList<(byte R, byte G, byte B, byte A)> Pixels)
{
    public static PngPixels Read(byte[] png)
    {
        var (width, height) = (Word(png, 16), Word(png, 20));
        var depth = png[25] switch { 2 => 3, 6 => 4, var type => throw new NotSupportedException($"Colour type {type}.") };
        using var inflated = new ZLibStream(new MemoryStream(Chunks(png, "IDAT")), CompressionMode.Decompress);
        var (line, before, pixels) = (new byte[width * depth], new byte[width * depth], new List<(byte, byte, byte, byte)>());
        for (var y = 0; y < height; y++)
        {
            var filter = inflated.ReadByte();
            inflated.ReadExactly(line);
            for (var i = 0; i < line.Length; i++)
            {
                int left = i < depth ? 0 : line[i - depth], up = before[i], corner = i < depth ? 0 : before[i - depth];
                line[i] += (byte)(filter switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, _ => Paeth(left, up, corner) });
            }
            for (var x = 0; x < line.Length; x += depth) pixels.Add((line[x], line[x + 1], line[x + 2], depth == 4 ? line[x + 3] : (byte)255));
            (line, before) = (before, line);
        }
        return new(width, height, pixels);
    }

    private static int Paeth(int left, int up, int corner)
    {
        var (a, b, c) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - 2 * corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }

    private static byte[] Chunks(byte[] png, string type)
    {
        var found = new MemoryStream();
        for (var at = 8; at < png.Length; at += Word(png, at) + 12)
            if (System.Text.Encoding.ASCII.GetString(png, at + 4, 4) == type)
                found.Write(png, at + 8, Word(png, at));
        return found.ToArray();
    }

    private static int Word(byte[] png, int at) => BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
}
