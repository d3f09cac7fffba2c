using ReservedProcurement.WordTemplates.Syntax;

namespace ReservedProcurement.WordTemplates.Filling;

/// <summary>The sections open at a place while filling. Names are looked up in the innermost first, then outwards.</summary>
internal sealed class Scopes(TemplateValue root)
{
    private Frame[] _frames = new Frame[8];
    private int _count;

    /// <summary>The scopes as they stand now, for what is written later.</summary>
    public Scopes Snapshot() => new(root) { _frames = _frames[..Math.Max(_count, 1)], _count = _count };

    /// <summary>Opens a section over a list, or over a single value whose members come first if it is a group.</summary>
    /// <param name="value">What the section is over.</param>
    /// <param name="path">The name it was asked for by.</param>
    /// <returns>False when the same list is open already: each of its items would bring all of them once more, and nothing would end it.</returns>
    public bool Enter(TemplateValue? value, FieldPath path)
    {
        var items = value is { Kind: TemplateValueKind.List } ? value.Items : null;
        if (items is not null && IsOpen(items, path.Text))
        {
            return false;
        }

        if (_count == _frames.Length)
        {
            Array.Resize(ref _frames, _count * 2);
        }

        _frames[_count++] = items is not null
            ? new Frame { Items = items, Name = path.Text, Current = items[0] }
            : new Frame { Current = value };
        return true;
    }

    /// <summary>Goes on to the next item.</summary>
    /// <returns>False when there was none, and the section is closed.</returns>
    public bool Next()
    {
        ref var frame = ref _frames[_count - 1];
        if (frame.Items is { } items && ++frame.Index < items.Length)
        {
            frame.Current = items[frame.Index];
            return true;
        }

        frame = default;
        _count--;
        return false;
    }

    /// <returns>The number of the item in the section at this depth, counted from the outermost; null when the section is no list.</returns>
    public int? NumberAt(int level) => level < _count && _frames[level].Items is not null ? _frames[level].Index + 1 : null;

    /// <returns>The value, or null when nothing has that name.</returns>
    public TemplateValue? Find(FieldPath path)
    {
        if (path.IsCounter || path.IsItem)
        {
            return FindItem(path);
        }

        var segments = path.Segments;
        for (var index = _count - 1; index >= 0; index--)
        {
            if (_frames[index].Current is { } current && current.TryGetMember(segments[0], out var member))
            {
                return Walk(member, segments);
            }
        }

        return root.TryGetMember(segments[0], out var found) ? Walk(found, segments) : null;
    }

    private bool IsOpen(TemplateValue[] items, string name)
    {
        for (var index = 0; index < _count; index++)
        {
            if (ReferenceEquals(_frames[index].Items, items) && _frames[index].Name == name)
            {
                return true;
            }
        }

        return false;
    }

    private TemplateValue? FindItem(FieldPath path)
    {
        for (var index = _count - 1; index >= 0; index--)
        {
            ref var frame = ref _frames[index];
            if (frame.Items is { } items)
            {
                return path.Text switch
                {
                    "@nr" => TemplateValue.WholeNumber(frame.Index + 1),
                    "@antal" => TemplateValue.WholeNumber(items.Length),
                    "@sista" => TemplateValue.Boolean(frame.Index == items.Length - 1),
                    _ => frame.Current,
                };
            }
        }

        return null;
    }

    private static TemplateValue? Walk(TemplateValue value, string[] segments)
    {
        for (var index = 1; index < segments.Length; index++)
        {
            if (!value.TryGetMember(segments[index], out var member))
            {
                return value.Kind == TemplateValueKind.Missing ? value : null;
            }

            value = member;
        }

        return value;
    }

    private struct Frame
    {
        public TemplateValue[]? Items;
        public string? Name;
        public TemplateValue? Current;
        public int Index;
    }
}
