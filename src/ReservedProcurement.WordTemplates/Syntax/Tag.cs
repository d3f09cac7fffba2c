using ReservedProcurement.WordTemplates.Values;

namespace ReservedProcurement.WordTemplates.Syntax;

internal enum TagKind
{
    Value,
    Section,
    EmptySection,
    End,
}

/// <summary>A field or section mark: what stands between the braces, or in a content control's tag.</summary>
internal sealed record Tag(TagKind Kind, FieldPath Path, ValueFormat Format)
{
    public const string Opening = "{{";
    public const string Closing = "}}";

    public string FormatName => ValueFormats.NameOf(Format);

    /// <summary>Reads a tag; when it is wrong, <paramref name="fault"/> says how and <paramref name="suggestion"/> what was probably meant.</summary>
    public static Tag? Parse(string written, out TemplateFaultCode fault, out string? suggestion)
    {
        fault = TemplateFaultCode.MalformedTag;
        suggestion = null;
        var text = Clean(written);
        var kind = text.Length == 0 ? TagKind.Value : text[0] switch
        {
            '#' => TagKind.Section,
            '^' => TagKind.EmptySection,
            '/' => TagKind.End,
            _ => TagKind.Value,
        };
        if (kind != TagKind.Value)
        {
            text = text[1..].Trim();
        }

        var bar = text.IndexOf('|', StringComparison.Ordinal);
        var path = FieldPath.Parse((bar < 0 ? text : text[..bar]).Trim());
        if (path is null || (bar >= 0 && kind != TagKind.Value))
        {
            return null;
        }

        if (bar < 0)
        {
            return new Tag(kind, path, ValueFormat.None);
        }

        var name = FieldPath.NormalizeName(text[(bar + 1)..].Trim());
        if (ValueFormats.Find(name) is { } format)
        {
            return new Tag(kind, path, format);
        }

        fault = TemplateFaultCode.UnknownFormat;
        suggestion = Checking.NearestName.Find(name, ValueFormats.Names);
        return null;
    }

    /// <summary>The tag without the format that does not exist, so that its name is checked too.</summary>
    public static Tag? WithoutFormat(string written) => Parse(written.Split('|')[0], out _, out _);

    /// <summary>Word leaves invisible characters in text that has been edited or pasted.</summary>
    private static string Clean(string written) =>
        string.Concat(written.Where(character => character is not ('\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF')))
            .Replace('\u2011', '-')
            .Trim();
}
