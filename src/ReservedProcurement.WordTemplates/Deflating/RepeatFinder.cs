namespace ReservedProcurement.WordTemplates.Deflating;

/// <summary>
/// Finds in a program's literals what has stood before. It is done once per template and so thoroughly, but in large templates
/// less so, that the time it takes stays bounded; and it remembers no further back than a copy can reach.
/// </summary>
internal sealed class RepeatFinder(byte[] bytes, IReadOnlyList<int> ends)
{
    private const int HashBits = 15;
    private const int Effort = 16 << 20;
    private const int Reach = DeflateAlphabet.MaxDistance - 1;

    private readonly int _tries = Math.Clamp(Effort / Math.Max(1, bytes.Length), 4, 128);

    /// <summary>The last place with each hash, counted from 1; for each place in reach the one before it, and the literal it is in.</summary>
    private readonly int[] _last = new int[1 << HashBits];
    private readonly int[] _before = new int[Reach + 1];
    private readonly int[] _literalAt = new int[Reach + 1];
    private int _seen;
    private int _literal;

    /// <summary>Adds the steps that write one literal; literals are taken in order.</summary>
    public void FindIn(int start, int end, List<LiteralStep> steps)
    {
        var plain = start;
        for (var at = start; at < end;)
        {
            var (from, length) = Longest(at, end);
            if (length < DeflateAlphabet.MinMatch || (length < DeflateAlphabet.MaxMatch && Longest(at + 1, end).Length > length))
            {
                at++;
                continue;
            }

            AddPlain(plain, at);
            var source = _literalAt[from & Reach];
            steps.Add(new LiteralStep(length, source, from - (source == 0 ? 0 : ends[source - 1])));
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

    /// <summary>The longest repeat of what stands here, from one literal alone: between two literals there may be a value.</summary>
    private (int From, int Length) Longest(int at, int end)
    {
        if (end - at < DeflateAlphabet.MinMatch)
        {
            return default;
        }

        AddUpTo(at);
        var (bestFrom, best) = (0, 0);
        var place = _last[HashAt(at)];
        for (var tries = _tries; place > 0 && at - place < Reach && tries > 0 && best < DeflateAlphabet.MaxMatch; tries--)
        {
            var from = place - 1;
            var most = Math.Min(end - at, ends[_literalAt[from & Reach]] - from);
            var length = bytes.AsSpan(at, most).CommonPrefixLength(bytes.AsSpan(from, most));
            if (length > best)
            {
                (bestFrom, best) = (from, length);
            }

            place = _before[from & Reach];
        }

        return (bestFrom, best);
    }

    private void AddUpTo(int at)
    {
        for (; _seen < at && _seen + DeflateAlphabet.MinMatch <= bytes.Length; _seen++)
        {
            while (_seen >= ends[_literal])
            {
                _literal++;
            }

            ref var last = ref _last[HashAt(_seen)];
            _before[_seen & Reach] = last;
            _literalAt[_seen & Reach] = _literal;
            last = _seen + 1;
        }
    }

    private uint HashAt(int at) => ((uint)(bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16)) * 2654435761u) >> (32 - HashBits);
}
