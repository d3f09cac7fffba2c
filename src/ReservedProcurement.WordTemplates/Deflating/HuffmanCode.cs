namespace ReservedProcurement.WordTemplates.Deflating;

/// <summary>A prefix code made for how often each symbol occurs, with no code longer than the format allows.</summary>
internal sealed class HuffmanCode(int symbols, int longest)
{
    private readonly ulong[] _order = new ulong[symbols];
    private readonly long[] _weights = new long[2 * symbols];
    private readonly int[] _parents = new int[2 * symbols];
    private readonly int[] _counts = new int[longest + 1];

    /// <summary>The length of each symbol's code in bits; 0 when it does not occur.</summary>
    public byte[] Lengths { get; } = new byte[symbols];

    /// <summary>Each symbol's code, its first bit lowest, as the format wants it.</summary>
    public ushort[] Codes { get; } = new ushort[symbols];

    /// <summary>How many symbols there are up to the last that occurs.</summary>
    public int Used { get; private set; }

    /// <summary>The code that the format fixes beforehand.</summary>
    public static HuffmanCode Fixed(ReadOnlySpan<byte> lengths)
    {
        var code = new HuffmanCode(lengths.Length, 15);
        lengths.CopyTo(code.Lengths);
        code.Used = lengths.Length;
        foreach (var length in lengths)
        {
            code._counts[length]++;
        }

        code.AssignCodes();
        return code;
    }

    public void Build(ReadOnlySpan<int> frequencies)
    {
        Array.Clear(Lengths);
        var count = 0;
        Used = 0;
        for (var symbol = 0; symbol < symbols; symbol++)
        {
            if (frequencies[symbol] > 0)
            {
                _order[count++] = ((ulong)frequencies[symbol] << 16) | (uint)symbol;
                Used = symbol + 1;
            }
        }

        Array.Clear(_counts);
        var ordered = _order.AsSpan(0, count);
        ordered.Sort();
        if (count > 0)
        {
            CountLengths(ordered);
            KeepWithinLongest();
            GiveLengths(ordered);
        }

        AssignCodes();
    }

    public long Bits(ReadOnlySpan<int> frequencies)
    {
        var bits = 0L;
        for (var symbol = 0; symbol < frequencies.Length; symbol++)
        {
            bits += (long)frequencies[symbol] * Lengths[symbol];
        }

        return bits;
    }

    /// <summary>
    /// Joins the two lightest nodes until one is left. Symbols come sorted and joined nodes are made in order of weight,
    /// so the lightest is always first in one of two queues.
    /// </summary>
    private void CountLengths(ReadOnlySpan<ulong> ordered)
    {
        var count = ordered.Length;
        if (count == 1)
        {
            _counts[1] = 1;
            return;
        }

        for (var index = 0; index < count; index++)
        {
            _weights[index] = (long)(ordered[index] >> 16);
        }

        var (symbol, joined) = (0, count);
        for (var made = count; made < (2 * count) - 1; made++)
        {
            var first = TakeLightest(made);
            var second = TakeLightest(made);
            _weights[made] = _weights[first] + _weights[second];
            _parents[first] = _parents[second] = made;
        }

        // From here the weights are depths: each node lies one below its parent, and parents come after their children.
        var root = (2 * count) - 2;
        _weights[root] = 0;
        for (var node = root - 1; node >= 0; node--)
        {
            var depth = _weights[node] = _weights[_parents[node]] + 1;
            if (node < count)
            {
                _counts[Math.Min(depth, longest)]++;
            }
        }

        int TakeLightest(int made) => symbol < count && (joined == made || _weights[symbol] <= _weights[joined]) ? symbol++ : joined++;
    }

    /// <summary>Cutting codes to the longest allowed takes more room than there is; moving one code from a shorter length at a time gives it back.</summary>
    private void KeepWithinLongest()
    {
        var taken = 0L;
        for (var length = 1; length <= longest; length++)
        {
            taken += (long)_counts[length] << (longest - length);
        }

        for (; taken > 1L << longest; taken--)
        {
            var length = longest - 1;
            while (_counts[length] == 0)
            {
                length--;
            }

            _counts[length]--;
            _counts[length + 1] += 2;
            _counts[longest]--;
        }
    }

    /// <summary>The rarest symbols get the longest codes.</summary>
    private void GiveLengths(ReadOnlySpan<ulong> ordered)
    {
        var at = 0;
        for (var length = longest; length > 0; length--)
        {
            for (var left = _counts[length]; left > 0; left--)
            {
                Lengths[(ushort)ordered[at++]] = (byte)length;
            }
        }
    }

    private void AssignCodes()
    {
        Span<ushort> next = stackalloc ushort[longest + 1];
        var code = 0;
        for (var length = 1; length <= longest; length++)
        {
            next[length] = (ushort)code;
            code = (code + _counts[length]) << 1;
        }

        for (var symbol = 0; symbol < symbols; symbol++)
        {
            if (Lengths[symbol] is > 0 and var length)
            {
                Codes[symbol] = Reversed(next[length]++, length);
            }
        }
    }

    private static ushort Reversed(uint code, int length)
    {
        var reversed = 0u;
        for (var bit = 0; bit < length; bit++)
        {
            reversed = (reversed << 1) | ((code >> bit) & 1);
        }

        return (ushort)reversed;
    }
}
