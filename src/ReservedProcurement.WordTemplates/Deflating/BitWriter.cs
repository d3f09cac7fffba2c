using System.Buffers;
using System.Buffers.Binary;

namespace ReservedProcurement.WordTemplates.Deflating;

/// <summary>Packs bits into bytes, the first bit lowest, and sends them to a stream in large pieces.</summary>
internal sealed class BitWriter : IDisposable
{
    private const int Size = 32 * 1024;
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(Size);
    private Stream _stream = Stream.Null;
    private ulong _bits;
    private int _count;
    private int _used;

    public void Start(Stream stream)
    {
        _stream = stream;
        (_bits, _count, _used) = (0, 0, 0);
    }

    /// <summary>Adds up to 48 bits.</summary>
    public void Write(ulong bits, int count)
    {
        _bits |= bits << _count;
        _count += count;
        if (_used > _buffer.Length - sizeof(ulong))
        {
            Send();
        }

        BinaryPrimitives.WriteUInt64LittleEndian(_buffer.AsSpan(_used), _bits);
        _used += _count >> 3;
        _bits >>= _count & ~7;
        _count &= 7;
    }

    /// <summary>Fills the last byte with zeros and sends everything on.</summary>
    public void Finish()
    {
        Write(0, (8 - _count) & 7);
        Send();
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private void Send()
    {
        _stream.Write(_buffer.AsSpan(0, _used));
        _used = 0;
    }
}
