using ReservedProcurement.WordTemplates.Markup;
using ReservedProcurement.WordTemplates.Syntax;

namespace ReservedProcurement.WordTemplates.Compilation;

/// <summary>What a field's place can show.</summary>
internal enum FieldPlace
{
    Text,
    Picture,
    PictureOrText,
}

/// <summary>One use of a field: where, and in which sections.</summary>
internal sealed record UsedField(Tag Tag, string Part, Place Place, IReadOnlyList<Tag> Sections, FieldPlace Where);

/// <summary>One answer control in sections.</summary>
internal sealed record UsedAnswer(AnswerTagNode Answer, string Part, IReadOnlyList<Tag> Sections);

/// <summary>Collects the fields a template uses and checks what can be checked without a model.</summary>
internal sealed class FieldCollector
{
    public const int DeepestSections = 24;
    private readonly List<UsedField> _uses = [];

    private readonly List<UsedAnswer> _answers = [];

    public IReadOnlyList<UsedField> Uses => _uses;

    public IReadOnlyList<UsedAnswer> Answers => _answers;

    /// <returns>Whether the part has any field.</returns>
    public bool Collect(PartContext context, Element root)
    {
        var before = _uses.Count;
        Visit(context, root, []);
        return _uses.Count > before;
    }

    public IReadOnlyList<TemplateField> ToFields() =>
    [
        .. _uses
            .Where(use => !use.Tag.Path.IsCounter && !use.Tag.Path.IsItem)
            .GroupBy(use => (use.Tag.Path.Text, use.Tag.Kind, use.Tag.Format, Sections: string.Join('/', use.Sections.Select(section => section.Path.Text))))
            .Select(group => new TemplateField(
                group.First().Tag.Path.Written,
                group.Key.Kind switch
                {
                    TagKind.Section => TemplateFieldKind.Section,
                    TagKind.EmptySection => TemplateFieldKind.EmptySection,
                    _ => TemplateFieldKind.Value,
                },
                group.First().Tag.FormatName is { Length: > 0 } format ? format : null,
                [.. group.First().Sections.Select(section => section.Path.Written)],
                group.GroupBy(use => use.Part).ToDictionary(part => part.Key, part => part.Count()))),
    ];

    private void Visit(PartContext context, MarkupParent parent, IReadOnlyList<Tag> sections)
    {
        foreach (var node in parent.Children)
        {
            switch (node)
            {
                case ValueNode value:
                    Use(context, value.Tag, value.Place, sections);
                    break;
                case Section section:
                    Use(context, section.Tag, section.Place, sections);
                    if (sections.Count >= DeepestSections)
                    {
                        context.Report(TemplateFaultCode.TooDeepSections, section.Place, section.Tag.Path.Written);
                        break;
                    }

                    Visit(context, section, [.. sections, section.Tag]);
                    break;
                case Element element:
                    var around = RepeatedNotes.SectionsAround(context, element) ?? sections;
                    if (element.Picture is { } picture)
                    {
                        Use(context, picture.Tag, picture.Place, around, picture.MayBeText ? FieldPlace.PictureOrText : FieldPlace.Picture);
                    }

                    VisitAttributes(context, element, around);
                    Visit(context, element, around);
                    break;
            }
        }
    }

    private void VisitAttributes(PartContext context, Element element, IReadOnlyList<Tag> sections)
    {
        foreach (var part in element.Attributes.SelectMany(attribute => attribute.Parts ?? []))
        {
            if (part is ValueNode value)
            {
                Use(context, value.Tag, value.Place, sections);
            }
            else if (part is AnswerTagNode answer && element.Name != "bookmarkStart")
            {
                _answers.Add(new UsedAnswer(answer, context.Part, sections));
            }
            else if (part is RepeatedNode { Kind: RepeatedKind.Link } link)
            {
                foreach (var piece in context.Links[link.Original].Pieces.OfType<ValueNode>())
                {
                    Use(context, piece.Tag, piece.Place, sections);
                }
            }
        }
    }

    private void Use(PartContext context, Tag tag, Place place, IReadOnlyList<Tag> sections, FieldPlace where = FieldPlace.Text)
    {
        if ((tag.Path.IsCounter || tag.Path.IsItem) && !sections.Any(section => section.Kind == TagKind.Section))
        {
            context.Report(TemplateFaultCode.CounterOutsideList, place, tag.Path.Written);
        }

        _uses.Add(new UsedField(tag, context.Part, place, sections, where));
    }
}
