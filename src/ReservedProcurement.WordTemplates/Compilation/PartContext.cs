using ReservedProcurement.WordTemplates.Filling;
using ReservedProcurement.WordTemplates.Markup;
using ReservedProcurement.WordTemplates.Syntax;

namespace ReservedProcurement.WordTemplates.Compilation;

/// <summary>What the steps of compiling one part share: where faults go, and which relationships lead to templated targets.</summary>
internal sealed class PartContext(string part, List<TemplateFault> faults, List<TemplateNote> notes)
{
    public string Part { get; } = part;

    /// <summary>Link targets that hold fields, by relationship id.</summary>
    public Dictionary<string, LinkTemplate> Links { get; init; } = [];

    /// <summary>The notes and comments that sections of any part refer to, with those sections.</summary>
    public Dictionary<NoteKey, IReadOnlyList<Tag>> NoteSections { get; init; } = [];

    /// <summary>The references in this part to repeated notes.</summary>
    public List<NoteUse> NoteUses { get; } = [];

    /// <summary>The lists and styles of the document.</summary>
    public Numbering? Numbering { get; init; }

    /// <summary>Nobody mends more faults than these in one go.</summary>
    private const int MostFaults = 1_000;

    public bool HasManyFaults => faults.Count >= MostFaults;

    public void Report(TemplateFaultCode code, Place place, string subject = "", string? suggestion = null)
    {
        if (!HasManyFaults)
        {
            faults.Add(new TemplateFault(code, Part, place.Paragraph, place.Context, subject, suggestion));
        }
    }

    public void Note(TemplateNoteCode code, string subject) => notes.Add(new TemplateNote(code, Part, subject, 1));

    /// <summary>Splits text with fields into text and values. Sections are refused: there is nothing here to repeat.</summary>
    /// <returns>The pieces, or null when the text has no field.</returns>
    public List<MarkupNode>? SplitValues(string text, Place place)
    {
        if (!text.Contains(Tag.Opening, StringComparison.Ordinal))
        {
            return null;
        }

        var pieces = new List<MarkupNode>();
        var from = 0;
        foreach (var found in TagScanner.Scan(text, this, place.Paragraph))
        {
            if (found.Tag.Kind != TagKind.Value)
            {
                Report(TemplateFaultCode.FieldNotAllowedHere, place, found.Tag.Path.Written);
                continue;
            }

            pieces.Add(new TextNode(text[from..found.Start]));
            pieces.Add(new ValueNode(found.Tag, found.Place));
            from = found.End;
        }

        pieces.Add(new TextNode(text[from..]));
        return pieces;
    }
}
