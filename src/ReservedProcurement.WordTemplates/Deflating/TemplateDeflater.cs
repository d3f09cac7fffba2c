using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using ReservedProcurement.WordTemplates.Packaging;

namespace ReservedProcurement.WordTemplates.Deflating;

/// <summary>
/// Writes a part in the deflate format. Literals are written by the steps found when the template was compiled, and as one copy
/// when they come again; only values are searched for repeats. Without a stream it takes nothing in.
/// </summary>
internal sealed class TemplateDeflater : IDisposable
{
    private const int Capacity = 128 * 1024;
    public const int LargestPiece = 32 * 1024;
    private const int HashBits = 14;
    private const int ShortestFound = 4;

    private readonly byte[] _window = ArrayPool<byte>.Shared.Rent(Capacity);

    /// <summary>Where a value's four bytes with each hash last began, as far as 32 bits tell.</summary>
    private readonly int[] _places = ArrayPool<int>.Shared.Rent(1 << HashBits);
    private readonly DeflateBlocks _blocks = new();
    private LiteralTable _table = LiteralTable.Empty;
    private long[] _writtenAt = [];
    private bool _isWriting;

    /// <summary>How far the part has come at the start of the window, and in the window: taken in, told to the blocks, in the checksum.</summary>
    private long _before;
    private int _end;
    private int _told;
    private int _checked;

    /// <summary>The match being told, which grows as long as what follows stands as far from its like.</summary>
    private int _matchLength;
    private int _matchDistance;

    public bool IsDiscarding => !_isWriting;

    public uint Checksum { get; private set; }

    public long Length => _before + _end;

    /// <summary>Begins a part, with the literals it is made of.</summary>
    public void Start(Stream stream, LiteralTable table)
    {
        _isWriting = true;
        _table = table;
        if (_writtenAt.Length < table.Literals.Length)
        {
            _writtenAt = new long[table.Literals.Length];
        }

        Array.Fill(_writtenAt, long.MinValue / 2);
        Array.Fill(_places, int.MinValue);
        (_before, _end, _told, _checked, _matchLength, Checksum) = (0, 0, 0, 0, 0, 0);
        _blocks.Start(stream);
    }

    /// <summary>Ends the part.</summary>
    public void Finish()
    {
        TellValues();
        EndMatch();
        AddToChecksum();
        _blocks.Finish();
        _isWriting = false;
    }

    public void WriteLiteral(int literal)
    {
        if (!_isWriting)
        {
            return;
        }

        TellValues();
        var (start, length, firstStep, steps) = _table.Literals[literal];
        var here = Length;
        var distance = here - _writtenAt[literal];
        _writtenAt[literal] = here;
        if (distance <= DeflateAlphabet.MaxDistance && (length >= DeflateAlphabet.MinMatch || IsMatching(distance)))
        {
            Copy(length, (int)distance);
            Append(_table.Bytes.AsSpan(start, length));
            return;
        }

        foreach (var step in _table.Steps.AsSpan(firstStep, steps))
        {
            var bytes = _table.Bytes.AsSpan(start, step.Length);
            start += step.Length;
            distance = step.IsCopy ? Length - (_writtenAt[step.Source] + step.Offset) : long.MaxValue;
            if (distance <= DeflateAlphabet.MaxDistance)
            {
                Remember(_table.Bytes, start - step.Length, 1, (int)Length);
                Copy(step.Length, (int)distance);
                Append(bytes);
            }
            else if (step.IsCopy)
            {
                Write(bytes);
                TellValues();
            }
            else
            {
                Remember(_table.Bytes, start - step.Length, step.Length, (int)Length);
                EndMatch();
                foreach (var value in bytes)
                {
                    _blocks.AddByte(value);
                }

                Append(bytes);
            }
        }
    }

    /// <summary>Writes bytes that no one knew beforehand.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (_isWriting && !bytes.IsEmpty)
        {
            var piece = Math.Min(bytes.Length, LargestPiece);
            bytes[..piece].CopyTo(Reserve(piece));
            Advance(piece);
            bytes = bytes[piece..];
        }
    }

    /// <summary>Writes text as it is, without regard to XML.</summary>
    public void Write(ReadOnlySpan<char> text)
    {
        const int Piece = LargestPiece / 4;
        while (_isWriting && !text.IsEmpty)
        {
            var take = Math.Min(text.Length, Piece);
            if (take < text.Length && char.IsHighSurrogate(text[take - 1]))
            {
                take--;
            }

            Advance(Encoding.UTF8.GetBytes(text[..take], Reserve(Encoding.UTF8.GetMaxByteCount(take))));
            text = text[take..];
        }
    }

    public void WriteNumber(int number)
    {
        if (_isWriting)
        {
            number.TryFormat(Reserve(11), out var written, provider: System.Globalization.CultureInfo.InvariantCulture);
            Advance(written);
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_window);
        ArrayPool<int>.Shared.Return(_places);
        _blocks.Dispose();
    }

    /// <summary>Room for so many bytes after the last, at most <see cref="LargestPiece"/>; what is put there is taken in by <see cref="Advance"/>.</summary>
    public Span<byte> Reserve(int length)
    {
        if (_window.Length - _end < length)
        {
            Slide();
        }

        return _window.AsSpan(_end);
    }

    public void Advance(int length) => _end += length;

    /// <summary>Keeps only as much of what has been written as a match can reach.</summary>
    private void Slide()
    {
        TellValues();
        AddToChecksum();
        var gone = _end - DeflateAlphabet.MaxDistance;
        _window.AsSpan(gone, DeflateAlphabet.MaxDistance).CopyTo(_window);
        _before += gone;
        _end = _told = _checked = DeflateAlphabet.MaxDistance;
    }

    private void AddToChecksum()
    {
        Checksum = Crc32.Append(Checksum, _window.AsSpan(_checked, _end - _checked));
        _checked = _end;
    }

    /// <summary>Takes in bytes that the blocks have been told of already.</summary>
    private void Append(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var piece = Math.Min(bytes.Length, LargestPiece);
            bytes[..piece].CopyTo(Reserve(piece));
            Advance(piece);
            _told = _end;
            bytes = bytes[piece..];
        }
    }

    private bool IsMatching(long distance) => _matchLength > 0 && _matchDistance == distance;

    private void Copy(int length, int distance)
    {
        if (!IsMatching(distance))
        {
            EndMatch();
            _matchDistance = distance;
        }

        _matchLength += length;
    }

    private void EndMatch()
    {
        if (_matchLength > 0)
        {
            _blocks.AddMatch(_matchLength, _matchDistance);
            _matchLength = 0;
        }
    }

    /// <summary>Tells the blocks of the values taken in since the last literal.</summary>
    private void TellValues()
    {
        if (_told == _end)
        {
            return;
        }

        var values = _window.AsSpan(0, _end);
        if (_matchLength > 0)
        {
            var same = values[_told..].CommonPrefixLength(values[(_told - _matchDistance)..]);
            _matchLength += same;
            _told += same;
        }

        while (_told < _end)
        {
            var length = FindRepeat(values, out var distance);
            if (length > 0)
            {
                EndMatch();
                Copy(length, distance);
                Remember(values, _told + 1, length - 1, (int)(_before + _told + 1));
                _told += length;
            }
            else
            {
                EndMatch();
                _blocks.AddByte(values[_told++]);
            }
        }
    }

    /// <summary>Lets values find the bytes of a literal that are written now.</summary>
    private void Remember(ReadOnlySpan<byte> bytes, int from, int count, int here)
    {
        count = Math.Min(count, bytes.Length - from - ShortestFound + 1);
        for (var index = 0; index < count; index++)
        {
            _places[HashOf(bytes[(from + index)..])] = here + index;
        }
    }

    private static uint HashOf(ReadOnlySpan<byte> bytes) => (BinaryPrimitives.ReadUInt32LittleEndian(bytes) * 2654435761u) >> (32 - HashBits);

    /// <returns>How many bytes stand here that have stood before; 0 when too few.</returns>
    private int FindRepeat(ReadOnlySpan<byte> values, out int distance)
    {
        distance = 0;
        if (values.Length - _told < ShortestFound)
        {
            return 0;
        }

        ref var place = ref _places[HashOf(values[_told..])];
        var here = (int)(_before + _told);
        var back = (uint)(here - place);
        place = here;
        if (back > DeflateAlphabet.MaxDistance || back > _told)
        {
            return 0;
        }

        distance = (int)back;
        var length = values[_told..].CommonPrefixLength(values[(_told - distance)..]);
        return length < ShortestFound ? 0 : length;
    }
}
