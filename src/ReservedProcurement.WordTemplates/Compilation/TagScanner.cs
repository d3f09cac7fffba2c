using ReservedProcurement.WordTemplates.Markup;
using ReservedProcurement.WordTemplates.Syntax;

namespace ReservedProcurement.WordTemplates.Compilation;

/// <summary>A tag found in text, from its first brace to just after its last.</summary>
internal sealed record FoundTag(Tag Tag, int Start, int End, Place Place);

/// <summary>Finds the tags typed in a stretch of text and reports those that are wrong.</summary>
internal static class TagScanner
{
    /// <summary>Stands for anything that is not text, which no tag may contain.</summary>
    public const char Barrier = '\uFFFC';

    private const int ContextLength = 30;

    public static List<FoundTag> Scan(string text, PartContext context, int? paragraph)
    {
        var found = new List<FoundTag>();
        var from = 0;
        while (true)
        {
            var start = text.IndexOf(Tag.Opening, from, StringComparison.Ordinal);
            ReportStrayEnds(text, from, start < 0 ? text.Length : start, context, paragraph);
            if (start < 0 || context.HasManyFaults)
            {
                return found;
            }

            from = ScanOne(text, start, context, paragraph, found);
        }
    }

    public static Place PlaceOf(string text, int start, int end, int? paragraph)
    {
        var first = Math.Max(0, start - ContextLength);
        var last = Math.Min(text.Length, end + ContextLength);
        var around = text[first..last].Replace(Barrier, ' ').Replace('\n', ' ').Replace('\t', ' ').Trim();
        return new Place(paragraph is 0 ? null : paragraph, $"{(first > 0 ? "…" : "")}{around}{(last < text.Length ? "…" : "")}");
    }

    /// <returns>Where to look for the next tag.</returns>
    private static int ScanOne(string text, int start, PartContext context, int? paragraph, List<FoundTag> found)
    {
        var inside = start + Tag.Opening.Length;
        var next = text.IndexOf(Tag.Opening, inside, StringComparison.Ordinal);
        var end = text.IndexOf(Tag.Closing, inside, (next < 0 ? text.Length : next) - inside, StringComparison.Ordinal);
        if (end < 0 || text.AsSpan(inside, end - inside).ContainsAny(Barrier, '\n'))
        {
            context.Report(TemplateFaultCode.UnclosedTag, PlaceOf(text, start, inside, paragraph));
            return inside;
        }

        var after = end + Tag.Closing.Length;
        var written = text[inside..end];
        var place = PlaceOf(text, start, after, paragraph);
        if (Tag.Parse(written, out var fault, out var suggestion) is { } tag)
        {
            found.Add(new FoundTag(tag, start, after, place));
        }
        else
        {
            context.Report(fault, place, written.Trim(), suggestion);
            if (fault == TemplateFaultCode.UnknownFormat && Tag.WithoutFormat(written) is { } named)
            {
                found.Add(new FoundTag(named, start, after, place));
            }
        }

        return after;
    }

    private static void ReportStrayEnds(string text, int from, int to, PartContext context, int? paragraph)
    {
        var stray = text.IndexOf(Tag.Closing, from, to - from, StringComparison.Ordinal);
        if (stray >= 0)
        {
            context.Report(TemplateFaultCode.StrayEndOfTag, PlaceOf(text, stray, stray + 2, paragraph));
        }
    }
}
