using ReservedProcurement.WordTemplates.Markup;
using ReservedProcurement.WordTemplates.Packaging;
using ReservedProcurement.WordTemplates.Syntax;

namespace ReservedProcurement.WordTemplates.Compilation;

/// <summary>A link target with fields: texts and values by turns.</summary>
internal sealed record LinkTemplate(string RelationshipType, IReadOnlyList<MarkupNode> Pieces)
{
    public static bool HasFields(Relationship relationship) => DecodeBraces(relationship.Target).Contains(Tag.Opening, StringComparison.Ordinal);

    /// <returns>The template, or null when the target has no field.</returns>
    public static LinkTemplate? Read(Relationship relationship, PartContext context)
    {
        var target = DecodeBraces(relationship.Target);
        return context.SplitValues(target, new Place(null, target)) is { } pieces ? new LinkTemplate(relationship.Type, pieces) : null;
    }

    /// <summary>Word writes braces and Swedish letters in link targets percent-encoded; within fields they are read back.</summary>
    private static string DecodeBraces(string target)
    {
        var text = target
            .Replace("%7B", "{", StringComparison.OrdinalIgnoreCase)
            .Replace("%7D", "}", StringComparison.OrdinalIgnoreCase);
        var from = 0;
        while (true)
        {
            var start = text.IndexOf(Tag.Opening, from, StringComparison.Ordinal);
            var end = start < 0 ? -1 : text.IndexOf(Tag.Closing, start, StringComparison.Ordinal);
            if (end < 0)
            {
                return text;
            }

            var field = Uri.UnescapeDataString(text[start..end]);
            text = text[..start] + field + text[end..];
            from = start + field.Length;
        }
    }
}
