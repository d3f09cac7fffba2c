using System.Buffers;
using ReservedProcurement.WordTemplates.Packaging;

namespace ReservedProcurement.WordTemplates.Deflating;

/// <summary>
/// Writes a part in the deflate format. Literals are written by the steps found when the template was compiled, and as one copy
/// when they come again; only values are searched for repeats. Without a stream it takes nothing in.
/// </summary>
internal sealed class TemplateDeflater : IDisposable
{
    public const int LargestPiece = 32 * 1024;
    private const int Capacity = 128 * 1024;

    private readonly byte[] _window = ArrayPool<byte>.Shared.Rent(Capacity);
    private readonly LastPlaces _places = new();
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
    private long _matchLength;
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
        _places.Clear();
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
            WriteStep(step, _table.Bytes.AsSpan(start));
            start += step.Length;
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

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_window);
        _places.Dispose();
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

    /// <param name="step">The step.</param>
    /// <param name="bytes">Its bytes, and all that come after them in the table: values may be found across their end.</param>
    private void WriteStep(LiteralStep step, ReadOnlySpan<byte> bytes)
    {
        var written = bytes[..step.Length];
        var distance = step.IsCopy ? Length - (_writtenAt[step.Source] + step.Offset) : 0;
        if (distance > DeflateAlphabet.MaxDistance)
        {
            Write(written);
            TellValues();
            return;
        }

        _places.Add(bytes, step.IsCopy ? 1 : step.Length, Length);
        if (step.IsCopy)
        {
            Copy(step.Length, (int)distance);
        }
        else
        {
            EndMatch();
            foreach (var value in written)
            {
                _blocks.AddByte(value);
            }
        }

        Append(written);
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
            var more = values[_told..].CommonPrefixLength(values[(_told - _matchDistance)..]);
            _matchLength += more;
            _told += more;
        }

        while (_told < _end)
        {
            EndMatch();
            var here = values[_told..];
            var back = here.Length < LastPlaces.Compared ? 0 : _places.Replace(here, _before + _told);
            var same = 0;
            if (back is > 0 and <= DeflateAlphabet.MaxDistance && back <= _told)
            {
                same = here.CommonPrefixLength(values[(_told - (int)back)..]);
            }

            if (same < LastPlaces.Compared)
            {
                _blocks.AddByte(here[0]);
                _told++;
            }
            else
            {
                Copy(same, (int)back);
                _places.Add(here[1..], same - 1, _before + _told + 1);
                _told += same;
            }
        }
    }
}
