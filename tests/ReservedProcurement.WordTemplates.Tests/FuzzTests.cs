using System.IO.Compression;
using System.Text;
using CsCheck;
using ReservedProcurement.WordTemplates.Tests.Building;
using static ReservedProcurement.WordTemplates.Tests.Building.Docx;

namespace ReservedProcurement.WordTemplates.Tests;

/// <summary>Damaged and made-up files: whatever they hold, they compile or give the engine's own exception, and what compiles can be filled.</summary>
public sealed class FuzzTests
{
    [Test]
    public void MutatedFiles_GiveOnlyTheTemplatesOwnException()
    {
        var originals = new[] { Rich().ToBytes(), Stored(Rich().ToBytes()) };
        var model = TemplateModel.Create(group => group.Add("titel", "T").AddList("delar", ["N"], (lot, name) => lot.Add("namn", name)));
        Assert.That(originals.Select(bytes => WordTemplate.Compile(bytes)), Is.All.Not.Null, "The files are sound before they are damaged.");
        Gen.Select(Gen.Int[0, 1], Gen.Double.Unit, Gen.Byte, Gen.Int[0, 2], Gen.Double.Unit).Sample(
            (which, where, value, kind, where2) =>
            {
                var bytes = (byte[])originals[which].Clone();
                var at = (int)(where * (bytes.Length - 1));
                bytes = kind switch
                {
                    0 => bytes[..at],
                    1 => [.. bytes[..at], value, .. bytes[at..]],
                    _ => bytes,
                };
                if (kind == 2)
                {
                    bytes[at] = value;
                    bytes[(int)(where2 * (bytes.Length - 1))] ^= (byte)(value | 1);
                }

                if (WordTemplate.TryCompile(bytes, out var faults) is { } template)
                {
                    template.Fill(model, Stream.Null, new FillOptions { Missing = MissingValuePolicy.Blank });
                }
                else
                {
                    Assert.That(faults, Is.Not.Empty);
                }
            },
            iter: 600,
            threads: 1);
    }

    [Test]
    public void MutatedParts_GiveOnlyTheTemplatesOwnException()
    {
        var original = Fixture.Read("libreoffice-delkontrakt.docx");
        using var zip = new ZipArchive(new MemoryStream(original));
        var parts = zip.Entries.Select(entry => (Name: entry.FullName, Content: Read(entry))).ToList();
        var model = TemplateModel.Create(group => group.AddList("delar", ["N", "S"], (lot, name) => lot.Add("namn", name)));
        var (compiled, faulty) = (0, 0);
        Gen.Select(Gen.Int[0, parts.Count - 1], Gen.Double.Unit, Gen.Double.Unit, Gen.Int[0, 3], Gen.Byte).Sample(
            (which, where, length, kind, value) =>
            {
                var content = parts[which].Content;
                var at = (int)(where * (content.Length - 1));
                var end = Math.Min(content.Length, at + (int)(length * 60));
                byte[] changed = kind switch
                {
                    0 => [.. content[..at], .. content[end..]],
                    1 => [.. content[..end], .. content[at..]],
                    2 => [.. content[..at], value, .. content[(at + 1)..]],
                    _ => [.. content[..at], .. "{{#delar}}"u8, .. content[at..]],
                };
                var file = Zip([.. parts.Select((part, index) => (part.Name, index == which ? changed : part.Content))]);
                if (WordTemplate.TryCompile(file, out var faults) is { } template)
                {
                    compiled++;
                    template.Fill(model, Stream.Null, new FillOptions { Missing = MissingValuePolicy.Marker });
                }
                else
                {
                    faulty++;
                    Assert.That(faults.Select(fault => fault.Message), Is.Not.Empty);
                }
            },
            iter: 500,
            threads: 1);
        Assert.That(Math.Min(compiled, faulty), Is.GreaterThan(20));
    }

    [Test]
    public void MutatedMarkup_GivesOnlyTheTemplatesOwnException()
    {
        const string Body = "{{#delar}}<w:p><w:r><w:t>{{namn}}</w:t></w:r></w:p>{{/delar}}";
        string[] pieces = ["<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "{{#delar}}", "{{/delar}}", "{{namn}}", "{{", "}}", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "x", "<w:bookmarkStart w:id=\"1\" w:name=\"a\"/>", "<w:bookmarkEnd w:id=\"1\"/>", Body,
            "<w:p><w:r><w:t>{{#delar}}</w:t></w:r></w:p>", "<w:p><w:r><w:t>{{/delar}}</w:t></w:r></w:p>", "<w:p><w:r><w:t>{{namn}}</w:t></w:r></w:p>", "<w:hyperlink r:id=\"rId1\">", "</w:hyperlink>", "<w:footnoteReference w:id=\"1\"/>", "<w:tab/>", "<w:sdt><w:sdtPr><w:tag w:val=\"#delar\"/></w:sdtPr><w:sdtContent>", "</w:sdtContent></w:sdt>"];
        var model = TemplateModel.Create(group => group.AddList("delar", ["N", "S"], (lot, name) => lot.Add("namn", name)));
        var compiled = 0;
        Gen.Int[0, pieces.Length - 1].Array[1, 14].Sample(
            picked =>
            {
                if (WordTemplate.TryCompile(Docx.Body(Balance(picked.Select(index => pieces[index]))).ToBytes(), out _) is { } template)
                {
                    compiled++;
                    using var output = new MemoryStream();
                    template.Fill(model, output, new FillOptions { Missing = MissingValuePolicy.Blank });
                    using var zip = new ZipArchive(output);
                    using var stream = zip.GetEntry("word/document.xml")!.Open();
                    Assert.That(() => System.Xml.Linq.XDocument.Load(stream), Throws.Nothing);
                }
            },
            iter: 1_500,
            threads: 1);
        Assert.That(compiled, Is.GreaterThan(100));
    }

    private static Docx Rich() => Body(P("{{#delar}}") + P("Del {{namn}} {{@nr}}") + P("{{/delar}}") + Table(Row("{{#delar}}{{namn}}", "{{titel}}{{/delar}}")) + P("slut"))
        .Related("header", "header1.xml", $"<w:hdr {Namespaces}>{P("{{titel}}")}</w:hdr>")
        .Relationship("rId9", "hyperlink", "https://exempelstad.se/{{titel}}", isExternal: true);

    /// <summary>Closes what is open and drops ends without a start, so that most tries are well-formed.</summary>
    private static string Balance(IEnumerable<string> pieces)
    {
        var open = new Stack<string>();
        var text = new StringBuilder();
        foreach (var piece in pieces)
        {
            if (piece.StartsWith("</", StringComparison.Ordinal))
            {
                if (open.TryPeek(out var top) && top == piece)
                {
                    text.Append(open.Pop());
                }

                continue;
            }

            text.Append(piece);
            if (piece.StartsWith("<w:sdt>", StringComparison.Ordinal))
            {
                open.Push("</w:sdtContent></w:sdt>");
            }
            else if (piece.StartsWith('<') && !piece.EndsWith("/>", StringComparison.Ordinal) && !piece.Contains("</", StringComparison.Ordinal))
            {
                open.Push($"</{piece[1..].TrimEnd('>').Split(' ')[0]}>");
            }
        }

        return text + string.Concat(open);
    }

    private static byte[] Stored(byte[] docx)
    {
        using var source = new ZipArchive(new MemoryStream(docx));
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                using var from = entry.Open();
                using var to = zip.CreateEntry(entry.FullName, CompressionLevel.NoCompression).Open();
                from.CopyTo(to);
            }
        }

        return target.ToArray();
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var to = zip.CreateEntry(name).Open();
                to.Write(content);
            }
        }

        return target.ToArray();
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
