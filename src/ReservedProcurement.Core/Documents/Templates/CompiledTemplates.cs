using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Core.Documents.Templates;

/// <summary>
/// The templates that were used last, compiled. A file never changes under its checksum, so nothing here grows old; what has not been used for longest makes room.
/// A template may be megabytes, so the bound is the files' size together.
/// </summary>
public sealed class CompiledTemplates
{
    private const int Most = 200;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _byKey = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _latestFirst = new();
    private readonly long _largestTotal;
    private long _total;

    public CompiledTemplates()
        : this(64L << 20)
    {
    }

    internal CompiledTemplates(long largestTotal) => _largestTotal = largestTotal;

    internal int Count
    {
        get
        {
            lock (_lock)
            {
                return _byKey.Count;
            }
        }
    }

    public CheckedTemplate? Find(string key)
    {
        lock (_lock)
        {
            if (!_byKey.TryGetValue(key, out var node))
            {
                return null;
            }

            _latestFirst.Remove(node);
            _latestFirst.AddFirst(node);
            return node.Value.Template;
        }
    }

    /// <param name="key">The checksum of the file, and whatever else decides what is compiled.</param>
    /// <param name="file">What to compile when it is not there. Two at the same time may both compile it; they get equal templates.</param>
    /// <param name="colours">The colours to compile it in.</param>
    public CheckedTemplate GetOrAdd(string key, byte[] file, ThemeColours? colours = null)
    {
        if (Find(key) is { } known)
        {
            return known;
        }

        var template = CheckedTemplate.Of(file, colours);
        lock (_lock)
        {
            if (!_byKey.ContainsKey(key))
            {
                _byKey.Add(key, _latestFirst.AddFirst(new Entry(key, template, file.Length)));
                _total += file.Length;
            }

            while (_byKey.Count > 1 && (_total > _largestTotal || _byKey.Count > Most))
            {
                var oldest = _latestFirst.Last!.Value;
                _latestFirst.RemoveLast();
                _byKey.Remove(oldest.Key);
                _total -= oldest.Size;
            }
        }

        return template;
    }

    private sealed record Entry(string Key, CheckedTemplate Template, int Size);
}

/// <summary>A template that has been compiled and held against the fields that documents have today.</summary>
/// <param name="Compiled">Null when it could not be compiled.</param>
/// <param name="Faults">Everything that must be mended before documents can be written with it.</param>
public sealed record CheckedTemplate(WordTemplate? Compiled, IReadOnlyList<TemplateFault> Faults)
{
    public bool Fits => Compiled is not null && Faults.Count == 0;

    /// <param name="file">The template.</param>
    /// <param name="colours">The authority's colours; null leaves the template's own.</param>
    public static CheckedTemplate Of(byte[] file, ThemeColours? colours = null)
    {
        var compiled = WordTemplate.TryCompile(file, DocumentFields.Schema, out var faults, colours);
        return new CheckedTemplate(compiled, faults);
    }
}
