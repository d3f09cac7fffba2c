using System.IO.Compression;
using System.Text;
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
        Assert.That(FaultOf(Zip(("a.txt", "hej"u8.ToArray()))), Is.EqualTo(TemplateFaultCode.NotAWordDocument));
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

    private static TemplateFaultCode FaultOf(byte[] file)
    {
        Assert.That(WordTemplate.TryCompile(file, out var faults), Is.Null);
        return faults[0].Code;
    }
}
