using System.IO.Compression;
using System.Text;
using CsCheck;
using ReservedProcurement.WordTemplates.Tests.Building;
using static ReservedProcurement.WordTemplates.Tests.Building.Docx;

namespace ReservedProcurement.WordTemplates.Tests;

public sealed class SafetyTests
{
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    [Test]
    public void OtherFiles_AreNamedForWhatTheyAre()
    {
        Assert.That(FaultOf([]), Is.EqualTo(TemplateFaultCode.NotAZip));
        Assert.That(FaultOf("%PDF-1.7"u8.ToArray()), Is.EqualTo(TemplateFaultCode.NotAZip));
        Assert.That(FaultOf([.. CompoundFile, .. new byte[600]]), Is.EqualTo(TemplateFaultCode.LegacyWordFile));
        Assert.That(FaultOf([.. CompoundFile, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage")]), Is.EqualTo(TemplateFaultCode.EncryptedFile));
    }

    [Test]
    public void ZipThatIsNoDocument_IsRefused()
    {
        var sheet = Paragraphs("x");
        sheet.MainType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
        Assert.That(FaultOf(sheet.ToBytes()), Is.EqualTo(TemplateFaultCode.NotAWordDocument));
        Assert.That(FaultOf(Zip(("a.txt", "hej"))), Is.EqualTo(TemplateFaultCode.NotAWordDocument));
    }

    [Test]
    public void TruncatedFile_IsRefused()
    {
        var bytes = Paragraphs("x").ToBytes();
        Assert.That(FaultOf(bytes[..(bytes.Length / 2)]), Is.EqualTo(TemplateFaultCode.BrokenZip));
    }

    [TestCase("application/vnd.ms-word.document.macroEnabled.main+xml")]
    [TestCase("application/vnd.ms-word.template.macroEnabledTemplate.main+xml")]
    public void MacroDocument_IsRefused(string type)
    {
        var docx = Paragraphs("x");
        docx.MainType = type;
        Assert.That(FaultOf(docx.ToBytes()), Is.EqualTo(TemplateFaultCode.Macros));
    }

    [Test]
    public void Dotx_IsFilledIntoADocument()
    {
        var docx = Paragraphs("{{titel}}");
        docx.MainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml";
        var filled = Filled.Of(docx, group => group.Add("titel", "T"));
        Assert.That(filled.Xml("[Content_Types].xml").ToString(), Does.Contain("document.main+xml").And.Not.Contain("template.main+xml"));
    }

    [TestCase("vbaProject", false, TemplateFaultCode.Macros)]
    [TestCase("oleObject", false, TemplateFaultCode.EmbeddedObject)]
    [TestCase("package", false, TemplateFaultCode.EmbeddedObject)]
    [TestCase("control", false, TemplateFaultCode.ActiveControl)]
    [TestCase("aFChunk", false, TemplateFaultCode.ImportedDocument)]
    [TestCase("image", true, TemplateFaultCode.ExternalContent)]
    [TestCase("oleObject", true, TemplateFaultCode.EmbeddedObject)]
    [TestCase("frame", true, TemplateFaultCode.ExternalContent)]
    public void Relationship_ToActiveContent_IsRefused(string kind, bool isExternal, TemplateFaultCode expected) =>
        Assert.That(FaultOf(Paragraphs("x").Relationship("rId5", kind, isExternal ? "https://exempelstad.se/x" : "x.bin", isExternal).ToBytes()), Is.EqualTo(expected));

    [TestCase("vbaProject.bin", TemplateFaultCode.Macros)]
    [TestCase("embeddings/oleObject1.bin", TemplateFaultCode.EmbeddedObject)]
    [TestCase("activeX/activeX1.bin", TemplateFaultCode.ActiveControl)]
    public void Part_WithActiveContent_IsRefused(string name, TemplateFaultCode expected) =>
        Assert.That(FaultOf(Paragraphs("x").Part("word/" + name, [1, 2, 3]).ToBytes()), Is.EqualTo(expected));

    [TestCase("DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe \"/k calc\"")]
    [TestCase("  dde excel x")]
    [TestCase("INCLUDETEXT \"https://exempelstad.se/x\"")]
    [TestCase("INCLUDEPICTURE \"https://exempelstad.se/x\"")]
    public void FieldCode_ThatRuns_IsRefused(string code)
    {
        var simple = $"<w:p><w:fldSimple w:instr=\"{code.Replace("\"", "&quot;", StringComparison.Ordinal)}\">{R("x")}</w:fldSimple></w:p>";
        Assert.That(FaultOf(Body(simple).ToBytes()), Is.EqualTo(TemplateFaultCode.ActiveFieldCode));
        var half = code.Length / 2;
        var complex = $"<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>{code[..half]}</w:instrText></w:r><w:r><w:instrText>{code[half..]}</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
        Assert.That(FaultOf(Body(complex).ToBytes()), Is.EqualTo(TemplateFaultCode.ActiveFieldCode));
    }

    [TestCase("PAGE")]
    [TestCase("TOC \\o \"1-3\" \\h")]
    [TestCase("HYPERLINK \"https://exempelstad.se\"")]
    [TestCase("= SUM(ABOVE)")]
    public void FieldCode_ThatOnlyShows_IsKept(string code)
    {
        var body = $"<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
        Assert.That(WordTemplate.Compile(Body(body).ToBytes()).Fields, Is.Empty);
    }

    [Test]
    public void AttachedTemplate_IsRemovedWithANote()
    {
        var docx = Paragraphs("{{titel}}")
            .Related("settings", "settings.xml", $"<w:settings {Namespaces}><w:attachedTemplate r:id=\"rId1\"/><w:defaultTabStop w:val=\"720\"/></w:settings>")
            .Part("word/_rels/settings.xml.rels", Relationships("<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\" Target=\"file:///x.dotm\" TargetMode=\"External\"/>"));
        var template = WordTemplate.Compile(docx.ToBytes());
        Assert.That(template.Notes.Single().Code, Is.EqualTo(TemplateNoteCode.AttachedTemplateRemoved));
        var filled = Filled.Of(template, TemplateModel.Create(group => group.Add("titel", "T")));
        Assert.That(filled.Xml("word/settings.xml").Descendants(W + "attachedTemplate"), Is.Empty);
        Assert.That(filled.Xml("word/_rels/settings.xml.rels").Root!.Elements(), Is.Empty);
    }

    [TestCase("../ut.xml")]
    [TestCase("/rot.xml")]
    [TestCase("word\\x.xml")]
    [TestCase("C:/x.xml")]
    [TestCase("WORD/DOCUMENT.XML")]
    public void EntryName_ThatTricks_IsRefused(string name) =>
        Assert.That(FaultOf(Paragraphs("x").Part(name, [1]).ToBytes()), Is.EqualTo(TemplateFaultCode.UnsafeEntryName));

    [Test]
    public void ZipBomb_IsRefused() =>
        Assert.That(FaultOf(Paragraphs("x").Part("word/media/x.png", new byte[32 << 20]).ToBytes()), Is.EqualTo(TemplateFaultCode.TooLarge));

    [Test]
    public void TooManyEntries_AreRefused()
    {
        var docx = Paragraphs("x");
        for (var number = 0; number < 4_100; number++)
        {
            docx.Part($"x/{number}.bin", []);
        }

        Assert.That(FaultOf(docx.ToBytes()), Is.EqualTo(TemplateFaultCode.TooLarge));
    }

    [Test]
    public void DocumentType_WithEntities_IsRefused()
    {
        const string Xml = "<!DOCTYPE w [<!ENTITY a \"b\">]><w>&a;</w>";
        Assert.That(FaultOf(Paragraphs("x").Part("word/document.xml", Xml).ToBytes()), Is.EqualTo(TemplateFaultCode.BrokenPart));
    }

    [Test]
    public void DeepNesting_IsRefused()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 20_000)) + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 20_000));
        Assert.That(FaultOf(Body(deep).ToBytes()), Is.EqualTo(TemplateFaultCode.TooDeepNesting));
    }

    [Test]
    public void MutatedFiles_GiveOnlyTheTemplatesOwnException()
    {
        var originals = new[] { Rich().ToBytes(), Stored(Rich().ToBytes()) };
        var model = TemplateModel.Create(group => group.Add("titel", "T").AddList("delar", ["N"], (lot, name) => lot.Add("namn", name)));
        var compiled = 0;
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
                    compiled++;
                    template.Fill(model, Stream.Null, new FillOptions { Missing = MissingValuePolicy.Blank });
                }
                else
                {
                    Assert.That(faults, Is.Not.Empty);
                }
            },
            iter: 600,
            threads: 1);
        Assert.That(compiled, Is.GreaterThan(0));
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

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var to = zip.CreateEntry(name).Open();
                to.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return target.ToArray();
    }

    private static TemplateFaultCode FaultOf(byte[] file)
    {
        Assert.That(WordTemplate.TryCompile(file, out var faults), Is.Null);
        return faults[0].Code;
    }
}
