using System.Buffers.Binary;
using System.Text;

namespace ReservedProcurement.WordTemplates.Packaging;

/// <summary>
/// Writes a zip file straight to a stream that need not be seekable. Times are fixed, so the same content gives the same bytes.
/// </summary>
internal sealed class ZipWriter(Stream output)
{
    private const ushort Version = 20;
    private const ushort Utf8Names = 1 << 11;
    private const ushort SizesFollow = 1 << 3;
    private const ushort Deflated = 8;
    private const uint FirstDayOf1980 = 0x00210000;

    private readonly List<Written> _written = [];
    private long _position;

    /// <summary>Copies an entry that is packed already.</summary>
    public void Copy(PackageEntry entry)
    {
        var name = Encoding.UTF8.GetBytes(entry.Name);
        var written = new Written(name, entry.IsDeflated ? Deflated : (ushort)0, Utf8Names, entry.Checksum, (uint)entry.Stored.Length, (uint)entry.Length, Offset());
        WriteLocalHeader(written);
        Write(entry.Stored.Span);
        _written.Add(written);
    }

    /// <summary>Writes an entry whose size is known only afterwards.</summary>
    public void Stream(string name, Func<Stream, (uint Checksum, long Length)> write)
    {
        var written = new Written(Encoding.UTF8.GetBytes(name), Deflated, Utf8Names | SizesFollow, 0, 0, 0, Offset());
        WriteLocalHeader(written);
        using var counted = new CountingStream(output);
        var (checksum, length) = write(counted);
        _position += counted.Count;
        written = written with { Checksum = checksum, Packed = Size(counted.Count), Length = Size(length) };
        Span<byte> descriptor = stackalloc byte[16];
        BinaryPrimitives.WriteUInt32LittleEndian(descriptor, 0x08074B50);
        BinaryPrimitives.WriteUInt32LittleEndian(descriptor[4..], written.Checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(descriptor[8..], written.Packed);
        BinaryPrimitives.WriteUInt32LittleEndian(descriptor[12..], written.Length);
        Write(descriptor);
        _written.Add(written);
    }

    /// <summary>Writes the directory that ends the file.</summary>
    public void Finish()
    {
        var start = Offset();
        Span<byte> header = stackalloc byte[46];
        foreach (var entry in _written)
        {
            header.Clear();
            BinaryPrimitives.WriteUInt32LittleEndian(header, 0x02014B50);
            BinaryPrimitives.WriteUInt16LittleEndian(header[4..], Version);
            WriteCommon(header[6..], entry);
            BinaryPrimitives.WriteUInt32LittleEndian(header[42..], entry.Offset);
            Write(header);
            Write(entry.Name);
        }

        Span<byte> end = stackalloc byte[22];
        end.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054B50);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], (ushort)_written.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], (ushort)_written.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end[12..], Offset() - start);
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], start);
        Write(end);
    }

    private void WriteLocalHeader(Written entry)
    {
        Span<byte> header = stackalloc byte[30];
        header.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0x04034B50);
        WriteCommon(header[4..], entry);
        Write(header);
        Write(entry.Name);
    }

    /// <summary>The fields that stand alike in the local header and in the directory.</summary>
    private static void WriteCommon(Span<byte> header, Written entry)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(header, Version);
        BinaryPrimitives.WriteUInt16LittleEndian(header[2..], entry.Flags);
        BinaryPrimitives.WriteUInt16LittleEndian(header[4..], entry.Method);
        BinaryPrimitives.WriteUInt32LittleEndian(header[6..], FirstDayOf1980);
        BinaryPrimitives.WriteUInt32LittleEndian(header[10..], entry.Checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(header[14..], entry.Packed);
        BinaryPrimitives.WriteUInt32LittleEndian(header[18..], entry.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(header[22..], (ushort)entry.Name.Length);
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        output.Write(bytes);
        _position += bytes.Length;
    }

    private uint Offset() => Size(_position);

    private static uint Size(long size) =>
        size < uint.MaxValue ? (uint)size : throw new IOException("The filled document is larger than a zip file without extensions can hold.");

    private readonly record struct Written(byte[] Name, ushort Method, ushort Flags, uint Checksum, uint Packed, uint Length, uint Offset);

    private sealed class CountingStream(Stream inner) : Stream
    {
        public long Count { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => Count;

        public override long Position
        {
            get => Count;
            set => throw new NotSupportedException();
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            inner.Write(buffer);
            Count += buffer.Length;
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
