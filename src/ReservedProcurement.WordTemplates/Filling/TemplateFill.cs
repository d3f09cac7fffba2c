using System.IO.Compression;
using ReservedProcurement.WordTemplates.Packaging;

namespace ReservedProcurement.WordTemplates.Filling;

/// <summary>Writes a filled document: untouched entries are copied as they are, the others are run and packed.</summary>
internal static class TemplateFill
{
    public static FillReport Run(IReadOnlyList<TemplateEntry> entries, TemplateModel model, Stream output, FillOptions options)
    {
        var log = new FillLog();
        using var buffer = new Utf8Output();
        if (options.Missing == MissingValuePolicy.Refuse)
        {
            RefuseIfFaulty(entries, model, buffer, log);
        }

        var notes = NotesOf(entries);
        var zip = new ZipWriter(output);
        foreach (var entry in entries)
        {
            if (entry.Copied is { } copied)
            {
                zip.Copy(copied);
            }
            else
            {
                WritePart(zip, entry.Program!, model, buffer, options, log, notes);
            }
        }

        zip.Finish();
        return new FillReport(log.Notes);
    }

    /// <summary>A first run without output, so that nothing is written when anything is wrong.</summary>
    private static void RefuseIfFaulty(IReadOnlyList<TemplateEntry> entries, TemplateModel model, Utf8Output buffer, FillLog log)
    {
        var notes = NotesOf(entries);
        foreach (var entry in entries)
        {
            if (entry.Program is { } program)
            {
                new PartFill(program, model, MissingValuePolicy.Refuse, buffer, log, notes).Run();
            }
        }

        if (log.Faults.Count > 0)
        {
            throw new WordTemplateException(log.Faults);
        }
    }

    private static NoteLedger NotesOf(IReadOnlyList<TemplateEntry> entries) => new(entries.Select(entry => entry.Program).OfType<PartProgram>());

    private static void WritePart(ZipWriter zip, PartProgram program, TemplateModel model, Utf8Output buffer, FillOptions options, FillLog log, NoteLedger notes)
    {
        var fill = new PartFill(program, model, options.Missing, buffer, log, notes);
        Write(zip, program.Name, buffer, options, fill.Run);
        if (program.Relationships is { } relationships)
        {
            Write(zip, relationships.Name, buffer, options, () => WriteLinks(relationships, fill, buffer));
        }
    }

    private static void Write(ZipWriter zip, string name, Utf8Output buffer, FillOptions options, Action run) => zip.Stream(name, target =>
    {
        using (var deflate = new DeflateStream(target, options.Compression, leaveOpen: true))
        {
            buffer.Start(deflate);
            run();
            buffer.Flush();
        }

        return (buffer.Checksum, buffer.Length);
    });

    private static void WriteLinks(RelationshipProgram relationships, PartFill fill, Utf8Output buffer)
    {
        buffer.Write(relationships.Before);
        for (var index = 0; index < fill.Links.Count; index++)
        {
            var (type, target) = fill.Links[index];
            buffer.Write("<Relationship Id=\""u8);
            buffer.Write(fill.LinkId(index));
            buffer.Write("\" Type=\""u8);
            ValueText.Write(buffer, type, " "u8, " "u8);
            buffer.Write("\" Target=\""u8);
            ValueText.Write(buffer, target, " "u8, " "u8);
            buffer.Write("\" TargetMode=\"External\"/>"u8);
        }

        buffer.Write(relationships.After);
    }
}

/// <summary>An entry of the filled file: copied, or run.</summary>
internal sealed record TemplateEntry(PackageEntry? Copied, PartProgram? Program);
