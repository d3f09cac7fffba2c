using System.Buffers;
using System.Text;
using ReservedProcurement.WordTemplates.Packaging;

namespace ReservedProcurement.WordTemplates.Filling;

/// <summary>Collects bytes and sends them on in large pieces, counting their checksum. Without a stream it only takes them in.</summary>
internal sealed class Utf8Output : IDisposable
{
    private const int Size = 32 * 1024;
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(Size);
    private Stream? _stream;
    private int _used;

    public bool IsDiscarding => _stream is null;

    public uint Checksum { get; private set; }

    public long Length { get; private set; }

    public void Start(Stream stream)
    {
        _stream = stream;
        _used = 0;
        Checksum = 0;
        Length = 0;
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (_stream is null)
        {
            return;
        }

        if (bytes.Length > _buffer.Length - _used)
        {
            Flush();
            if (bytes.Length > _buffer.Length)
            {
                Send(bytes);
                return;
            }
        }

        bytes.CopyTo(_buffer.AsSpan(_used));
        _used += bytes.Length;
    }

    public void Write(ReadOnlySpan<char> text)
    {
        const int Piece = 4 * 1024;
        while (!text.IsEmpty)
        {
            var take = Math.Min(text.Length, Piece);
            if (take < text.Length && char.IsHighSurrogate(text[take - 1]))
            {
                take--;
            }

            if (Encoding.UTF8.GetMaxByteCount(take) > _buffer.Length - _used)
            {
                Flush();
            }

            _used += Encoding.UTF8.GetBytes(text[..take], _buffer.AsSpan(_used));
            text = text[take..];
        }
    }

    public void Flush()
    {
        Send(_buffer.AsSpan(0, _used));
        _used = 0;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private void Send(ReadOnlySpan<byte> bytes)
    {
        if (_stream is null)
        {
            return;
        }

        Checksum = Crc32.Append(Checksum, bytes);
        Length += bytes.Length;
        _stream.Write(bytes);
    }
}
