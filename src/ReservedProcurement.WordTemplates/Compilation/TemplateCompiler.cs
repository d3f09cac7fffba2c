using ReservedProcurement.WordTemplates.Checking;
using ReservedProcurement.WordTemplates.Filling;
using ReservedProcurement.WordTemplates.Markup;
using ReservedProcurement.WordTemplates.Packaging;
using ReservedProcurement.WordTemplates.Syntax;

namespace ReservedProcurement.WordTemplates.Compilation;

/// <summary>Compiles a document: decides for each entry whether it is copied or run, and collects every fault on the way.</summary>
internal sealed class TemplateCompiler
{
    private readonly DocxPackage _package;
    private readonly List<TemplateFault> _faults = [];
    private readonly List<TemplateNote> _notes = [];
    private readonly FieldCollector _fields = new();
    private readonly Dictionary<string, PartProgram> _programs = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<NoteKey, IReadOnlyList<Tag>> _noteSections = [];

    private readonly Dictionary<string, Dictionary<string, LinkTemplate>> _changedLinks = [];
    private readonly Numbering _numbering;
    private bool _hasPictures;
    private bool _hasTableOfContents;

    private TemplateCompiler(DocxPackage package)
    {
        _package = package;
        _numbering = new Numbering(package);
    }

    /// <summary>The document comes before the notes that it refers to, and all text before the lists.</summary>
    private IEnumerable<PackageEntry> InOrder => _package.Entries.OrderBy(entry =>
        entry.Name == _package.Entries[0].Name ? 0 : entry.Name == _package.MainPart ? 1 : _package.ContentTypeOf(entry.Name).Contains("comments+xml", StringComparison.Ordinal) ? 3 : entry.Name == _numbering.Part ? 4 : 2);

    /// <param name="file">The document.</param>
    /// <param name="colours">Theme colours to give it.</param>
    /// <param name="schema">With it, a document that cannot be compiled is also told which of its names do not exist.</param>
    public static CompiledTemplate Compile(ReadOnlyMemory<byte> file, ThemeColours? colours, TemplateSchema? schema = null)
    {
        var package = DocxPackage.Open(file.ToArray());
        if (colours is not null)
        {
            Recolouring.Apply(package, colours);
        }

        var compiler = new TemplateCompiler(package);
        compiler.CompileParts();
        if (compiler._faults.Count > 0)
        {
            throw new WordTemplateException(schema is null ? compiler._faults : compiler.WithNames(schema));
        }

        var pictureNames = PictureParts.Prepare(compiler._package, compiler._hasPictures);
        return new CompiledTemplate(compiler.Entries(), pictureNames, compiler._fields, compiler._notes);
    }

    /// <summary>All that can be said of the names although the document cannot be compiled, each fault once.</summary>
    private List<TemplateFault> WithNames(TemplateSchema schema)
    {
        var names = BrokenSections.Sure(SchemaCheck.Run(_fields, schema), _faults, schema);
        var order = InOrder.Select(entry => entry.Name).ToList();
        return [.. _faults.Concat(names).Distinct().OrderBy(fault => order.IndexOf(fault.Part)).ThenBy(fault => fault.Paragraph ?? 0)];
    }

    private void CompileParts()
    {
        foreach (var entry in InOrder)
        {
            ActiveContent.Check(_package, entry.Name, _faults);
            switch (_package.RoleOf(entry.Name))
            {
                case PartRole.Story:
                    CompileStory(entry.Name);
                    break;
                case PartRole.Properties:
                    CompileProperties(entry.Name);
                    break;
                default:
                    CheckUntouched(entry);
                    break;
            }
        }

        AttachedTemplate.Remove(_package, _notes);
        if (_hasTableOfContents && _programs.Count > 0)
        {
            TableOfContents.MarkForUpdate(_package);
        }

        foreach (var (part, links) in _changedLinks)
        {
            _programs[part] = _programs[part] with { Relationships = RelationshipsWithout(part, links) };
        }

        if (_faults.Count == 0 && _numbering.Write(new PartContext(_numbering.Part ?? "", _faults, _notes)) is { } lists)
        {
            _programs.Add(_numbering.Part!, lists);
        }
    }

    private void CompileStory(string part)
    {
        var root = _package.ReadXml(part)!;
        var context = new PartContext(part, _faults, _notes) { Links = TemplatedLinks(part), NoteSections = _noteSections, Numbering = _numbering };
        ActiveContent.Check(context, root);
        _hasTableOfContents |= TableOfContents.IsIn(root);
        var hasPictures = Pictures.Expand(context, root, _package.RelationshipsOf(part));
        _hasPictures |= hasPictures;
        ContentControls.Expand(context, root);
        ParagraphTags.Expand(context, root);
        AttributeTags.Expand(context, root);
        SectionScopes.Resolve(context, root);
        RepeatedNotes.FindReferences(context, root);
        AnswerTags.Apply(context, root);
        if (_faults.Count == 0)
        {
            ParagraphTags.RefuseUnreached(context, root);
        }

        var hasFields = _fields.Collect(context, root);
        var notes = RepeatedNotes.SetAside(context, root);
        if (!hasFields && notes is null && context.Links.Count == 0)
        {
            return;
        }

        RestartedLists.Find(root, _numbering);
        BlockRules.KeepTablesApart(root);
        var slots = RepeatedIds.Apply(context, root);
        var program = ProgramWriter.Write(context, root, slots, notes);
        _programs.Add(part, program);
        if (context.Links.Count > 0 || hasPictures)
        {
            _changedLinks.Add(part, context.Links);
        }
    }

    private void CompileProperties(string part)
    {
        var root = _package.ReadXml(part)!;
        var context = new PartContext(part, _faults, _notes);
        foreach (var element in root.DescendantElements().ToList())
        {
            AttributeTags.ExpandText(context, element, new Place(null, element.InnerText));
        }

        if (_fields.Collect(context, root))
        {
            _programs.Add(part, ProgramWriter.Write(context, root, 0, null));
        }
    }

    /// <summary>An untouched part is unpacked once, so that a damaged one is found here and not by Word.</summary>
    private void CheckUntouched(PackageEntry entry)
    {
        var content = ZipReader.Unpack(entry);
        var type = _package.ContentTypeOf(entry.Name);
        if (type.EndsWith("xml", StringComparison.OrdinalIgnoreCase) && content.Length > 0 && !MarkupReader.BeginsWell(content))
        {
            _faults.Add(new TemplateFault(TemplateFaultCode.BrokenPart, entry.Name));
        }

        if (type.Contains("wordprocessingml", StringComparison.OrdinalIgnoreCase) && entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
        {
            ActiveContent.Check(new PartContext(entry.Name, _faults, _notes), _package.ReadXml(entry.Name)!);
        }

        if (type.Contains("drawingml", StringComparison.OrdinalIgnoreCase) && content.AsSpan().IndexOf("{{"u8) >= 0)
        {
            _faults.Add(new TemplateFault(TemplateFaultCode.FieldNotAllowedHere, entry.Name));
        }
    }

    private Dictionary<string, LinkTemplate> TemplatedLinks(string part)
    {
        var context = new PartContext(part, _faults, _notes);
        var links = new Dictionary<string, LinkTemplate>();
        foreach (var relationship in _package.RelationshipsOf(part).Where(relationship => relationship is { IsExternal: true, IsHyperlink: true }))
        {
            if (LinkTemplate.Read(relationship, context) is { } template)
            {
                links[relationship.Id] = template;
            }
        }

        return links;
    }

    private RelationshipProgram RelationshipsWithout(string part, Dictionary<string, LinkTemplate> links)
    {
        var name = Relationships.PartFor(part);
        var root = _package.ReadXml(name)!;
        root.Children.RemoveAll(child => child is not Element element || links.ContainsKey(element.Attribute("Id") ?? ""));
        var end = new TextNode("");
        root.Add(end);
        var written = ProgramWriter.WriteStatic(root);
        var split = written.AsSpan().LastIndexOf("</"u8);
        var entry = _package.Entries.First(entry => string.Equals(entry.Name, name, StringComparison.OrdinalIgnoreCase));
        var prefix = "rIdLank";
        while (root.Elements.Any(element => element.Attribute("Id")?.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) == true))
        {
            prefix += "x";
        }

        return new RelationshipProgram(entry.Name, written[..split], written[split..], prefix);
    }

    private List<TemplateEntry> Entries()
    {
        var made = _programs.Values.Where(program => program.Relationships is not null).Select(program => program.Relationships!.Name).ToHashSet();
        return
        [
            .. InOrder
                .Where(entry => !made.Contains(entry.Name))
                .Select(entry => _programs.TryGetValue(entry.Name, out var program) ? new TemplateEntry(program.Lists is null ? null : entry, program) : new TemplateEntry(entry, null)),
        ];
    }
}

/// <summary>What compiling gives.</summary>
internal sealed record CompiledTemplate(IReadOnlyList<TemplateEntry> Entries, PictureNames PictureNames, FieldCollector Fields, IReadOnlyList<TemplateNote> Notes);
