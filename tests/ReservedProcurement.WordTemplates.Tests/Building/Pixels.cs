using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ReservedProcurement.WordTemplates.Tests.Building;

/// <summary>The pixels of a PNG, to tell what a rendered page shows.</summary>
internal sealed class Pixels
{
    private readonly byte[][] _rows;
    private readonly int _bytes;

    public Pixels(byte[] png)
    {
        Width = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16));
        Height = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20));
        _bytes = png[25] switch { 2 => 3, 6 => 4, _ => throw new NotSupportedException("Only true colours.") };
        using var unpacked = new ZLibStream(new MemoryStream(DataOf(png)), CompressionMode.Decompress);
        _rows = new byte[Height][];
        var before = new byte[Width * _bytes];
        for (var y = 0; y < Height; y++)
        {
            var filter = unpacked.ReadByte();
            var row = new byte[Width * _bytes];
            unpacked.ReadExactly(row);
            Unfilter(filter, row, before);
            _rows[y] = before = row;
        }
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>R, G, B, K for black, and W for anything light; a mixed colour is a dot.</summary>
    public char At(int x, int y)
    {
        var (red, green, blue) = (_rows[y][x * _bytes] > 128, _rows[y][(x * _bytes) + 1] > 128, _rows[y][(x * _bytes) + 2] > 128);
        return (red, green, blue) switch
        {
            (true, false, false) => 'R',
            (false, true, false) => 'G',
            (false, false, true) => 'B',
            (false, false, false) => 'K',
            (true, true, true) => 'W',
            _ => '.',
        };
    }

    /// <summary>What is shown from top to bottom with white between: its size, and the colours of its four quarters.</summary>
    public IEnumerable<(int Width, int Height, string Quarters)> Bands()
    {
        bool IsBlank(int y) => Enumerable.Range(0, Width).All(x => At(x, y) == 'W');
        for (var y = 0; y < Height; y++)
        {
            if (IsBlank(y))
            {
                continue;
            }

            var top = y;
            while (y < Height && !IsBlank(y))
            {
                y++;
            }

            var middle = (top + y) / 2;
            var shown = Enumerable.Range(0, Width).Where(x => Enumerable.Range(top, y - top).Any(row => At(x, row) != 'W')).ToList();
            var (left, width, height) = (shown[0], shown[^1] - shown[0] + 1, y - top);
            yield return (width, height, new string(
            [
                At(left + (width / 4), top + (height / 4)), At(left + (width * 3 / 4), top + (height / 4)),
                At(left + (width / 4), middle + (height / 4)), At(left + (width * 3 / 4), middle + (height / 4)),
            ]));
        }
    }

    private static byte[] DataOf(byte[] png)
    {
        using var data = new MemoryStream();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (Encoding.ASCII.GetString(png, at + 4, 4) == "IDAT")
            {
                data.Write(png, at + 8, length);
            }

            at += length + 12;
        }

        return data.ToArray();
    }

    private void Unfilter(int filter, byte[] row, byte[] before)
    {
        for (var index = 0; index < row.Length; index++)
        {
            int left = index < _bytes ? 0 : row[index - _bytes];
            int corner = index < _bytes ? 0 : before[index - _bytes];
            row[index] += filter switch
            {
                1 => (byte)left,
                2 => before[index],
                3 => (byte)((left + before[index]) / 2),
                4 => (byte)Nearest(left, before[index], corner),
                _ => 0,
            };
        }
    }

    private static int Nearest(int left, int above, int corner)
    {
        var guess = left + above - corner;
        var (toLeft, toAbove, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
