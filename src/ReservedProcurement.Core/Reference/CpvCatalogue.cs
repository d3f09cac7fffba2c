namespace ReservedProcurement.Core.Reference;

/// <summary>
/// The whole CPV 2008 vocabulary with Swedish names, as a tree and searchable. Immutable and read once, on first use.
/// </summary>
public sealed class CpvCatalogue
{
    private const string FileName = "cpv-2008-sv.txt";
    private const string EverydayWordsFileName = "cpv-everyday-words.txt";

    private static readonly Lazy<CpvCatalogue> Loaded = new(Load);

    private readonly CpvEntry[] _entries;
    private readonly Dictionary<CpvCode, int> _positions;
    private readonly Dictionary<CpvCode, List<CpvEntry>> _children;

    private CpvCatalogue(CpvEntry[] entries)
    {
        _entries = entries;
        _positions = new Dictionary<CpvCode, int>(entries.Length);
        _children = [];
        for (var position = 0; position < entries.Length; position++)
        {
            var entry = entries[position];
            _positions.Add(entry.Code, position);
            if (entry.Parent is { } parent)
            {
                if (!_children.TryGetValue(parent, out var siblings))
                {
                    _children.Add(parent, siblings = []);
                }

                siblings.Add(entry);
            }
        }

        Divisions = [.. entries.Where(entry => entry.Parent is null)];
    }

    public static CpvCatalogue Swedish => Loaded.Value;

    /// <summary>Every code, in code order.</summary>
    public IReadOnlyList<CpvEntry> Entries => _entries;

    /// <summary>The roots of the tree.</summary>
    public IReadOnlyList<CpvEntry> Divisions { get; }

    public CpvEntry? Find(CpvCode code) => _positions.TryGetValue(code, out var position) ? _entries[position] : null;

    public bool Contains(CpvCode code) => _positions.ContainsKey(code);

    /// <summary>The codes right below, in code order.</summary>
    public IReadOnlyList<CpvEntry> Children(CpvCode code) => _children.TryGetValue(code, out var children) ? children : [];

    /// <summary>The way down to the code, division first, the code itself left out.</summary>
    public IReadOnlyList<CpvEntry> Ancestors(CpvCode code)
    {
        List<CpvEntry> ancestors = [];
        for (var entry = Find(code); entry?.Parent is { } parent;)
        {
            entry = Find(parent);
            ancestors.Add(entry!);
        }

        ancestors.Reverse();
        return ancestors;
    }

    /// <summary>
    /// The codes that match every word of <paramref name="text"/>, best first: a code that begins so or a name that is just so, then a name that begins so,
    /// then a word of the name or an everyday word for it, then any part of them. Among equals the broader code comes first.
    /// </summary>
    public IReadOnlyList<CpvEntry> Search(string? text, int take)
    {
        var query = CpvQuery.Parse(text);
        if (query.IsEmpty || take <= 0)
        {
            return [];
        }

        List<(int Rank, CpvEntry Entry)> matches = [];
        foreach (var entry in _entries)
        {
            if (query.Rank(entry) is { } rank)
            {
                matches.Add((rank, entry));
            }
        }

        return [.. matches
            .OrderBy(match => match.Rank)
            .ThenBy(match => match.Entry.Code.SignificantDigits)
            .ThenBy(match => match.Entry.Code)
            .Take(take)
            .Select(match => match.Entry)];
    }

    private static CpvCatalogue Load()
    {
        // The file is in code order, so the codes that a code lies below are those still open on the way down.
        var entries = new List<CpvEntry>(10_000);
        var open = new Stack<CpvCode>();
        var everydayWords = ReferenceFile.Rows(EverydayWordsFileName).ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
        using var reader = ReferenceFile.Open(FileName);
        while (reader.ReadLine() is { } line)
        {
            if (line[0] == '#')
            {
                continue;
            }

            if (!CpvCode.TryCreate(line.AsSpan(0, CpvCode.Length), out var code))
            {
                throw new InvalidOperationException($"{FileName} has a line that does not begin with a CPV code: {line}");
            }

            while (open.TryPeek(out var above) && !above.IsAncestorOf(code))
            {
                open.Pop();
            }

            entries.Add(new CpvEntry(code, line[(CpvCode.Length + 1)..], open.TryPeek(out var parent) ? parent : null, everydayWords.GetValueOrDefault(code.Digits)));
            open.Push(code);
        }

        return new CpvCatalogue([.. entries]);
    }
}
