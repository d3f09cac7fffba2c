using System.Buffers;
using System.Buffers.Binary;

namespace ReservedProcurement.WordTemplates.Deflating;

/// <summary>Where any four bytes last stood, as far as a table by hash can tell; whoever asks must compare.</summary>
internal sealed class LastPlaces : IDisposable
{
    public const int Compared = 4;
    private const int HashBits = 14;

    /// <summary>The lowest 32 bits of each place: two of them tell how far apart they are, as long as that is near.</summary>
    private readonly int[] _places = ArrayPool<int>.Shared.Rent(1 << HashBits);

    public void Clear() => Array.Fill(_places, int.MinValue);

    /// <returns>How far back the first bytes may have stood before.</returns>
    public uint Replace(ReadOnlySpan<byte> bytes, long place)
    {
        ref var last = ref _places[HashOf(bytes)];
        var back = (uint)((int)place - last);
        last = (int)place;
        return back;
    }

    /// <summary>Notes the places of the first bytes and of so many in all, where there are enough to compare.</summary>
    public void Add(ReadOnlySpan<byte> bytes, int count, long place)
    {
        var places = _places;
        var at = (int)place;
        for (count = Math.Min(count, bytes.Length - Compared + 1); count > 0; count--)
        {
            places[HashOf(bytes)] = at++;
            bytes = bytes[1..];
        }
    }

    public void Dispose() => ArrayPool<int>.Shared.Return(_places);

    private static uint HashOf(ReadOnlySpan<byte> bytes) => (BinaryPrimitives.ReadUInt32LittleEndian(bytes) * 2654435761u) >> (32 - HashBits);
}
