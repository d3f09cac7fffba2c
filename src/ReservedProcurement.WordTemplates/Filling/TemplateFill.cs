using ReservedProcurement.WordTemplates.Deflating;
using ReservedProcurement.WordTemplates.Packaging;

namespace ReservedProcurement.WordTemplates.Filling;

/// <summary>Writes a filled document: untouched entries are copied as they are, the others are run and packed.</summary>
internal static class TemplateFill
{
    public static FillReport Run(IReadOnlyList<TemplateEntry> entries, PictureNames pictureNames, TemplateModel model, Stream target, FillOptions options)
    {
        var log = new FillLog(options.CancellationToken);
        using var output = new TemplateDeflater();
        if (options.Missing == MissingValuePolicy.Refuse)
        {
            RefuseIfFaulty(entries, pictureNames, model, output, log);
            log.StartOver();
        }

        var notes = NotesOf(entries);
        var pictures = new PictureStore(pictureNames);
        var lists = new ListLedger(entries.Select(entry => entry.Program?.Lists).FirstOrDefault(bodies => bodies is not null));
        var zip = new ZipWriter(target);
        foreach (var entry in entries)
        {
            if (entry.Copied is { } copied && (entry.Program is null || !lists.HasBegun))
            {
                zip.Copy(copied);
            }
            else
            {
                WritePart(zip, entry.Program!, model, output, options, log, notes, pictures, lists);
            }
        }

        foreach (var picture in pictures.Entries)
        {
            zip.Copy(picture);
        }

        zip.Finish();
        return new FillReport(log.Notes);
    }

    /// <summary>A first run without output, so that nothing is written when anything is wrong.</summary>
    private static void RefuseIfFaulty(IReadOnlyList<TemplateEntry> entries, PictureNames pictureNames, TemplateModel model, TemplateDeflater output, FillLog log)
    {
        var notes = NotesOf(entries);
        var pictures = new PictureStore(pictureNames);
        var lists = new ListLedger(entries.Select(entry => entry.Program?.Lists).FirstOrDefault(bodies => bodies is not null));
        foreach (var entry in entries)
        {
            if (entry.Program is { } program)
            {
                new PartFill(program, model, MissingValuePolicy.Refuse, output, log, notes, pictures, lists).Run();
            }
        }

        if (log.Faults.Count > 0)
        {
            throw new WordTemplateException(log.Faults);
        }
    }

    private static NoteLedger NotesOf(IReadOnlyList<TemplateEntry> entries) => new(entries.Select(entry => entry.Program).OfType<PartProgram>());

    private static void WritePart(ZipWriter zip, PartProgram program, TemplateModel model, TemplateDeflater output, FillOptions options, FillLog log, NoteLedger notes, PictureStore pictures, ListLedger lists)
    {
        var fill = new PartFill(program, model, options.Missing, output, log, notes, pictures, lists);
        Write(zip, program.Name, program.Literals, output, fill.Run);
        if (program.Relationships is { } relationships)
        {
            Write(zip, relationships.Name, LiteralTable.Empty, output, () => WriteRelationships(relationships, fill, output));
        }
    }

    private static void Write(ZipWriter zip, string name, LiteralTable literals, TemplateDeflater output, Action run) => zip.Stream(name, target =>
    {
        output.Start(target, literals);
        run();
        output.Finish();
        return (output.Checksum, output.Length);
    });

    private static void WriteRelationships(RelationshipProgram relationships, PartFill fill, TemplateDeflater output)
    {
        output.Write(relationships.Before);
        for (var index = 0; index < fill.Links.Count; index++)
        {
            Write(output, fill.LinkId(index), fill.Links[index].Type, fill.Links[index].Target, isExternal: true);
        }

        foreach (var (id, type, target) in fill.Pictures)
        {
            Write(output, id, type, target, isExternal: false);
        }

        output.Write(relationships.After);
    }

    private static void Write(TemplateDeflater output, string id, string type, string target, bool isExternal)
    {
        output.Write("<Relationship Id=\""u8);
        output.Write(id);
        output.Write("\" Type=\""u8);
        ValueText.Write(output, type, " "u8, " "u8);
        output.Write("\" Target=\""u8);
        ValueText.Write(output, target, " "u8, " "u8);
        output.Write(isExternal ? "\" TargetMode=\"External\"/>"u8 : "\"/>"u8);
    }
}

/// <summary>An entry of the filled file: copied, or run. The part with lists is copied unless some were begun anew.</summary>
internal sealed record TemplateEntry(PackageEntry? Copied, PartProgram? Program);
