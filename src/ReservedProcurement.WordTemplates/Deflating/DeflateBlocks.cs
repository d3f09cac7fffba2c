using System.Buffers;

namespace ReservedProcurement.WordTemplates.Deflating;

/// <summary>Gathers bytes and matches into blocks, and writes each block with the code that suits it.</summary>
internal sealed class DeflateBlocks : IDisposable
{
    private const int TokensInBlock = 16 * 1024;
    private const int MatchFlag = 1 << 31;
    private static readonly HuffmanCode FixedSymbols = HuffmanCode.Fixed(FixedSymbolLengths());
    private static readonly HuffmanCode FixedDistances = HuffmanCode.Fixed(Enumerable.Repeat((byte)5, DeflateAlphabet.DistanceSymbols).ToArray());

    /// <summary>A token is a byte, or a match: its length from bit 16, its distance below.</summary>
    private readonly int[] _tokens = ArrayPool<int>.Shared.Rent(TokensInBlock);
    private readonly int[] _symbolCounts = new int[DeflateAlphabet.LengthSymbols];
    private readonly int[] _distanceCounts = new int[DeflateAlphabet.DistanceSymbols];
    private readonly HuffmanCode _symbols = new(DeflateAlphabet.LengthSymbols, 15);
    private readonly HuffmanCode _distances = new(DeflateAlphabet.DistanceSymbols, 15);
    private readonly CodeLengths _lengths = new();
    private readonly BitWriter _bits = new();
    private int _count;

    public void Start(Stream stream)
    {
        _bits.Start(stream);
        Clear();
    }

    public void AddByte(byte value)
    {
        _symbolCounts[value]++;
        Add(value);
    }

    /// <summary>Adds a match of any length from the shortest up.</summary>
    public void AddMatch(long length, int distance)
    {
        while (length > 0)
        {
            var piece = (int)Math.Min(length, DeflateAlphabet.MaxMatch);
            if (length - piece is > 0 and < DeflateAlphabet.MinMatch)
            {
                piece -= DeflateAlphabet.MinMatch;
            }

            _symbolCounts[DeflateAlphabet.FirstLength + DeflateAlphabet.LengthSymbol(piece)]++;
            _distanceCounts[DeflateAlphabet.DistanceSymbol(distance)]++;
            Add(MatchFlag | (piece << 16) | distance);
            length -= piece;
        }
    }

    /// <summary>Writes what is gathered as the last block.</summary>
    public void Finish()
    {
        WriteBlock(isLast: true);
        _bits.Finish();
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_tokens);
        _bits.Dispose();
    }

    private void Add(int token)
    {
        _tokens[_count++] = token;
        if (_count == TokensInBlock)
        {
            WriteBlock(isLast: false);
        }
    }

    private void WriteBlock(bool isLast)
    {
        _symbolCounts[DeflateAlphabet.EndOfBlock]++;
        _symbols.Build(_symbolCounts);
        _distances.Build(_distanceCounts);
        _lengths.Build(_symbols, _distances);
        var own = _lengths.Bits + _symbols.Bits(_symbolCounts) + _distances.Bits(_distanceCounts);
        var usual = FixedSymbols.Bits(_symbolCounts) + FixedDistances.Bits(_distanceCounts);
        _bits.Write(isLast ? 1u : 0, 1);
        if (usual <= own)
        {
            _bits.Write(1, 2);
            WriteTokens(FixedSymbols, FixedDistances);
        }
        else
        {
            _bits.Write(2, 2);
            _lengths.Write(_bits);
            WriteTokens(_symbols, _distances);
        }

        Clear();
    }

    private void WriteTokens(HuffmanCode symbols, HuffmanCode distances)
    {
        foreach (var token in _tokens.AsSpan(0, _count))
        {
            if (token >= 0)
            {
                _bits.Write(symbols.Codes[token], symbols.Lengths[token]);
            }
            else
            {
                WriteMatch(symbols, distances, (token & ~MatchFlag) >> 16, token & 0xFFFF);
            }
        }

        _bits.Write(symbols.Codes[DeflateAlphabet.EndOfBlock], symbols.Lengths[DeflateAlphabet.EndOfBlock]);
    }

    private void WriteMatch(HuffmanCode symbols, HuffmanCode distances, int length, int distance)
    {
        var lengthSymbol = DeflateAlphabet.LengthSymbol(length);
        var distanceSymbol = DeflateAlphabet.DistanceSymbol(distance);
        var extra = DeflateAlphabet.DistanceExtraBits(distanceSymbol);
        ulong bits = symbols.Codes[DeflateAlphabet.FirstLength + lengthSymbol];
        int count = symbols.Lengths[DeflateAlphabet.FirstLength + lengthSymbol];
        bits |= (ulong)(length - DeflateAlphabet.LengthBases[lengthSymbol]) << count;
        count += DeflateAlphabet.LengthExtraBits[lengthSymbol];
        bits |= (ulong)distances.Codes[distanceSymbol] << count;
        count += distances.Lengths[distanceSymbol];

        // The extra bits of a distance are its lowest, as each symbol's distances begin at a multiple of how many there are.
        bits |= (ulong)((distance - 1) & ((1 << extra) - 1)) << count;
        _bits.Write(bits, count + extra);
    }

    private void Clear()
    {
        Array.Clear(_symbolCounts);
        Array.Clear(_distanceCounts);
        _count = 0;
    }

    private static byte[] FixedSymbolLengths()
    {
        var lengths = new byte[288];
        lengths.AsSpan(0, 144).Fill(8);
        lengths.AsSpan(144, 112).Fill(9);
        lengths.AsSpan(256, 24).Fill(7);
        lengths.AsSpan(280).Fill(8);
        return lengths;
    }
}
