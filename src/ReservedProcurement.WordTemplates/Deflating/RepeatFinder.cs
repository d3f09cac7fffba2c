namespace ReservedProcurement.WordTemplates.Deflating;

/// <summary>Finds in a program's literals what has stood before, thoroughly, since it is done once per template.</summary>
internal sealed class RepeatFinder(byte[] bytes, IReadOnlyList<int> ends)
{
    private const int HashBits = 15;
    private const int Shortest = 3;
    private const int Tries = 256;
    private const int GoodLength = 258;

    /// <summary>The last place with each hash, and for each place the one before it; places count from 1.</summary>
    private readonly int[] _last = new int[1 << HashBits];
    private readonly int[] _before = new int[bytes.Length];
    private readonly int[] _literalAt = LiteralOfEachByte(bytes.Length, ends);
    private int _seen;

    public void FindIn(int literal, int start, int end, List<LiteralStep> steps)
    {
        var plain = start;
        for (var at = start; at < end;)
        {
            var (from, length) = Longest(at, end);
            if (length >= Shortest && length < GoodLength && Longest(at + 1, end).Length > length)
            {
                length = 0;
            }

            if (length < Shortest)
            {
                at++;
                continue;
            }

            AddPlain(plain, at);
            var source = _literalAt[from];
            steps.Add(new LiteralStep(length, source, from - StartOf(source)));
            at += length;
            plain = at;
        }

        AddPlain(plain, end);

        void AddPlain(int from, int to)
        {
            if (to > from)
            {
                steps.Add(new LiteralStep(to - from, LiteralStep.None, from - start));
            }
        }
    }

    private int StartOf(int literal) => literal == 0 ? 0 : ends[literal - 1];

    /// <summary>The longest repeat of what stands here, from one literal alone: between two literals there is a value.</summary>
    private (int From, int Length) Longest(int at, int end)
    {
        if (end - at < Shortest)
        {
            return default;
        }

        AddUpTo(at);
        var (bestFrom, best) = (0, 0);
        var place = _last[HashAt(at)];
        for (var tries = Tries; place > 0 && tries > 0 && best < GoodLength; tries--, place = _before[place - 1])
        {
            var from = place - 1;
            if (at - from > DeflateAlphabet.MaxDistance)
            {
                break;
            }

            // What overlaps itself may run on into what it writes, but never past the end of its own literal.
            var sourceEnd = ends[_literalAt[from]];
            var most = Math.Min(end - at, sourceEnd - from);
            var length = bytes.AsSpan(at, most).CommonPrefixLength(bytes.AsSpan(from, most));
            if (length > best)
            {
                (bestFrom, best) = (from, length);
            }
        }

        return (bestFrom, best);
    }

    private void AddUpTo(int at)
    {
        for (; _seen < at && _seen + Shortest <= bytes.Length; _seen++)
        {
            ref var last = ref _last[HashAt(_seen)];
            _before[_seen] = last;
            last = _seen + 1;
        }
    }

    private uint HashAt(int at) => ((uint)(bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16)) * 2654435761u) >> (32 - HashBits);

    private static int[] LiteralOfEachByte(int length, IReadOnlyList<int> ends)
    {
        var literals = new int[length];
        var start = 0;
        for (var index = 0; index < ends.Count; index++)
        {
            literals.AsSpan(start, ends[index] - start).Fill(index);
            start = ends[index];
        }

        return literals;
    }
}
