namespace ReservedProcurement.WordTemplates.Deflating;

/// <summary>The head of a block with codes of its own: the lengths of both codes, runs told as runs, in a third code.</summary>
internal sealed class CodeLengths
{
    private const int Repeat = 16;
    private const int ShortZeros = 17;
    private const int LongZeros = 18;
    private const int Symbols = 19;

    private readonly HuffmanCode _code = new(Symbols, 7);
    private readonly int[] _counts = new int[Symbols];
    private readonly List<(byte Symbol, byte Extra)> _runs = [];
    private readonly byte[] _lengths = new byte[DeflateAlphabet.LengthSymbols + DeflateAlphabet.DistanceSymbols];
    private int _symbols;
    private int _distances;
    private int _told;

    private static ReadOnlySpan<byte> Order => [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    /// <summary>How long the head is.</summary>
    public long Bits { get; private set; }

    public void Build(HuffmanCode symbols, HuffmanCode distances)
    {
        _symbols = symbols.Used;
        _distances = Math.Max(1, distances.Used);
        symbols.Lengths.AsSpan(0, _symbols).CopyTo(_lengths);
        distances.Lengths.AsSpan(0, _distances).CopyTo(_lengths.AsSpan(_symbols));
        FindRuns(_lengths.AsSpan(0, _symbols + _distances));
        _code.Build(_counts);
        _told = Symbols;
        while (_told > 4 && _code.Lengths[Order[_told - 1]] == 0)
        {
            _told--;
        }

        Bits = 14 + (3 * _told) + _code.Bits(_counts) + (2 * _counts[Repeat]) + (3 * _counts[ShortZeros]) + (7 * _counts[LongZeros]);
    }

    public void Write(BitWriter bits)
    {
        bits.Write((uint)(_symbols - DeflateAlphabet.FirstLength), 5);
        bits.Write((uint)(_distances - 1), 5);
        bits.Write((uint)(_told - 4), 4);
        foreach (var symbol in Order[.._told])
        {
            bits.Write(_code.Lengths[symbol], 3);
        }

        foreach (var (symbol, extra) in _runs)
        {
            bits.Write(_code.Codes[symbol], _code.Lengths[symbol]);
            if (symbol >= Repeat)
            {
                bits.Write(extra, symbol switch { Repeat => 2, ShortZeros => 3, _ => 7 });
            }
        }
    }

    private void FindRuns(ReadOnlySpan<byte> lengths)
    {
        _runs.Clear();
        Array.Clear(_counts);
        while (!lengths.IsEmpty)
        {
            var length = lengths[0];
            var run = lengths.IndexOfAnyExcept(length) is >= 0 and var end ? end : lengths.Length;
            lengths = lengths[run..];
            if (length == 0)
            {
                run = AddRuns(LongZeros, run, 11, 138);
                run = AddRuns(ShortZeros, run, 3, 10);
            }
            else
            {
                Add(length, 0);
                run = AddRuns(Repeat, run - 1, 3, 6);
            }

            for (; run > 0; run--)
            {
                Add(length, 0);
            }
        }
    }

    /// <returns>What is left of the run, too short for the symbol.</returns>
    private int AddRuns(byte symbol, int run, int shortest, int longest)
    {
        while (run >= shortest)
        {
            var piece = Math.Min(run, longest);
            Add(symbol, (byte)(piece - shortest));
            run -= piece;
        }

        return run;
    }

    private void Add(byte symbol, byte extra)
    {
        _counts[symbol]++;
        _runs.Add((symbol, extra));
    }
}
