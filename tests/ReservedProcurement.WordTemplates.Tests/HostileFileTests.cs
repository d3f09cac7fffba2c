using System.Buffers.Binary;
using System.Diagnostics;
using ReservedProcurement.WordTemplates.Tests.Building;
using static ReservedProcurement.WordTemplates.Tests.Building.Docx;

namespace ReservedProcurement.WordTemplates.Tests;

/// <summary>Files made to run, fetch, hide or exhaust something.</summary>
public sealed class HostileFileTests
{
    private static ReadOnlySpan<byte> DirectoryEntry => [0x50, 0x4B, 0x01, 0x02];

    [TestCase("<w:settings {0}><w:mailMerge><w:mainDocumentType w:val=\"formLetters\"/><w:connectString w:val=\"DSN=x\"/><w:query w:val=\"select 1\"/></w:mailMerge></w:settings>", TemplateFaultCode.ExternalContent)]
    [TestCase("<w:settings {0}><w:attachedSchema w:val=\"urn:x\"/></w:settings>", null)]
    public void Settings_ThatFetch_AreRefused(string settings, TemplateFaultCode? expected) =>
        Assert.That(FaultOf(Paragraphs("x").Related("settings", "settings.xml", settings.Replace("{0}", Namespaces, StringComparison.Ordinal))), Is.EqualTo(expected));

    [TestCase("<w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:imagedata src=\"https://exempelstad.example/x.png\"/></v:shape></w:pict></w:r>", TemplateFaultCode.ExternalContent)]
    [TestCase("<w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:fill src=\"\\\\exempelstad.example\\x.png\"/></v:shape></w:pict></w:r>", TemplateFaultCode.ExternalContent)]
    [TestCase("<w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"v\"><a:extLst><a:ext uri=\"x\"><wp15:webVideoPr xmlns:wp15=\"http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing\" embeddedHtml=\"&lt;iframe/&gt;\" h=\"1\" w=\"1\"/></a:ext></a:extLst></wp:docPr></wp:inline></w:drawing></w:r>", TemplateFaultCode.ExternalContent)]
    [TestCase("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:del w:id=\"1\" w:author=\"x\"><w:r><w:delInstrText>DDEAUTO cmd</w:delInstrText></w:r></w:del><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>", TemplateFaultCode.ActiveFieldCode)]
    [TestCase("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>QUOTE 68 68 69</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:instrText> cmd</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>", TemplateFaultCode.ActiveFieldCode)]
    public void Markup_ThatFetchesOrRuns_IsRefusedInEveryPart(string run, TemplateFaultCode expected)
    {
        Assert.That(FaultOf(Body($"<w:p>{run}</w:p>")), Is.EqualTo(expected));
        Assert.That(FaultOf(Paragraphs("x").Related("header", "header1.xml", $"<w:hdr {Namespaces}><w:p>{run}</w:p></w:hdr>")), Is.EqualTo(expected));
    }

    [TestCase("webextensiontaskpanes", TemplateFaultCode.ActiveControl)]
    [TestCase("webextension", TemplateFaultCode.ActiveControl)]
    public void Relationship_ToProgramsInTheDocument_IsRefused(string kind, TemplateFaultCode expected) =>
        Assert.That(FaultOf(Paragraphs("x").Relationship("rId5", kind, "x.xml").Part("word/x.xml", "<x/>")), Is.EqualTo(expected));

    [TestCase("image", "../../../etc/passwd", TemplateFaultCode.UnsafeEntryName)]
    [TestCase("image", "media/../../../x", TemplateFaultCode.UnsafeEntryName)]
    [TestCase("mailMergeSource", "file:///c:/x.csv", TemplateFaultCode.ExternalContent)]
    [TestCase("frame", "https://exempelstad.example", TemplateFaultCode.ExternalContent)]
    public void Relationship_OutOfThePackage_IsRefused(string kind, string target, TemplateFaultCode expected) =>
        Assert.That(FaultOf(Paragraphs("x").Relationship("rId5", kind, target, isExternal: expected == TemplateFaultCode.ExternalContent)), Is.EqualTo(expected));

    [TestCase("file://exempelstad.example/dela/x.exe", TemplateFaultCode.LinkNotAllowed)]
    [TestCase("javascript:alert(1)", TemplateFaultCode.LinkNotAllowed)]
    [TestCase("\\\\exempelstad.example\\x.exe", TemplateFaultCode.LinkNotAllowed)]
    [TestCase("https://exempelstad.example/", null)]
    [TestCase("mailto:asa@exempelstad.example", null)]
    [TestCase("#Avsnitt", null)]
    [TestCase("%7B%7Blank%7D%7D", null)]
    public void Link_ToAnythingButWebMailAndTelephone_IsRefused(string target, TemplateFaultCode? expected)
    {
        Assert.That(FaultOf(Body($"<w:p><w:hyperlink r:id=\"rId5\">{R("länk")}</w:hyperlink></w:p>").Relationship("rId5", "hyperlink", target, isExternal: true)), Is.EqualTo(expected));
        if (!target.Contains('%', StringComparison.Ordinal))
        {
            Assert.That(FaultOf(Body($"<w:p><w:fldSimple w:instr=\" HYPERLINK &quot;{target}&quot; \\o &quot;tips&quot; \">{R("länk")}</w:fldSimple></w:p>")), Is.EqualTo(expected));
        }
    }

    [Test]
    public void Link_WithinTheDocument_IsNoFault() =>
        Assert.That(FaultOf(Body($"<w:p><w:fldSimple w:instr=\" HYPERLINK \\l &quot;Avsnitt&quot; \">{R("länk")}</w:fldSimple></w:p>")), Is.Null);

    [Test]
    public void Link_NotAllowed_IsToldByTheDocumentAndItsTarget()
    {
        WordTemplate.TryCompile(Body($"<w:p><w:hyperlink r:id=\"rId5\">{R("länk")}</w:hyperlink></w:p>").Relationship("rId5", "hyperlink", "file:///c:/x.exe", isExternal: true).ToBytes(), out var faults);

        Assert.That(faults.Single().Message, Does.StartWith("Dokumentet: Länken till \"file:///c:/x.exe\""));
    }

    [Test]
    public void DocumentType_InAPartThatIsOnlyCopied_IsRefused() =>
        Assert.That(FaultOf(Paragraphs("x").Related("theme", "theme/theme1.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"&b;\"/>")), Is.EqualTo(TemplateFaultCode.BrokenPart));

    [Test]
    public void ChangedMenus_AreRefused() =>
        Assert.That(FaultOf(Paragraphs("x").Part("customUI/customUI14.xml", "<customUI/>")), Is.EqualTo(TemplateFaultCode.ActiveControl));

    [Test]
    public void Signature_IsRefused() =>
        Assert.That(FaultOf(Paragraphs("x").Part("_xmlsignatures/sig1.xml", "<Signature/>")), Is.EqualTo(TemplateFaultCode.SignedFile));

    [Test]
    public void Zip_ThatLies_IsRefused()
    {
        Assert.That(FaultOf(Changed(8, (ushort)1)), Is.EqualTo(TemplateFaultCode.EncryptedFile), "encrypted entry");
        Assert.That(FaultOf(Changed(10, (ushort)99)), Is.EqualTo(TemplateFaultCode.BrokenZip), "unknown method");
        Assert.That(FaultOf(Changed(16, 0x12345678u)), Is.EqualTo(TemplateFaultCode.BrokenZip), "wrong checksum");
        Assert.That(FaultOf(Changed(24, 3u)), Is.EqualTo(TemplateFaultCode.BrokenZip), "more than it says");
        Assert.That(FaultOf(Changed(24, 2_000_000u)), Is.EqualTo(TemplateFaultCode.BrokenZip), "less than it says");
        Assert.That(FaultOf(Changed(24, uint.MaxValue)), Is.EqualTo(TemplateFaultCode.TooLarge), "very large");
        Assert.That(FaultOf(Changed(42, 0x7FFFFFFFu)), Is.EqualTo(TemplateFaultCode.BrokenZip), "outside the file");
    }

    [Test]
    public void GiantParts_AreRefusedWithoutTakingMoreThanTheirBounds()
    {
        var text = Body(string.Concat(Enumerable.Repeat("<w:p/>", 700_000)));
        Assert.That(FaultOf(text), Is.EqualTo(TemplateFaultCode.TooLarge), "many elements");
        var random = new byte[25 << 20];
        for (var index = 0; index < random.Length; index += 3)
        {
            random[index] = (byte)(index * 7919 >> 8);
        }

        var large = Paragraphs("x").Part("word/document.xml", random);
        Assert.That(FaultOf(large), Is.EqualTo(TemplateFaultCode.TooLarge), "a large part");
    }

    /// <summary>Twice as much takes about twice the time: what would take minutes by the square of its size takes seconds.</summary>
    [TestCase("<w:p><w:bookmarkStart w:id=\"1\" w:name=\"a\"/></w:p>", 60_000, "")]
    [TestCase("<w:bookmarkStart w:id=\"1\" w:name=\"a\"/>", 60_000, "<w:p/>")]
    [TestCase("<w:r><w:t>{{a}}</w:t></w:r>", 40_000, "p")]
    [TestCase("<w:r><w:t>{</w:t></w:r>", 80_000, "p")]
    [TestCase("{{a}}", 60_000, "t")]
    [TestCase("{{#a}}x{{/a}}", 20_000, "t")]
    [TestCase("{{#a}}x{{/a}}", 20_000, "T")]
    [TestCase("{{a}}", 15_000, "t")]
    [TestCase("{{", 200_000, "t")]
    [TestCase("}}", 200_000, "t")]
    [TestCase("{{#a}}{{/a}}", 2_400, "rPr")]
    [TestCase("{{#a}}", 2_400, "nästlat")]
    [TestCase("<w:p/>", 20_000, "listor")]
    [TestCase("{{#a}}", 20_000, "t")]
    [TestCase("{{/a}}", 20_000, "t")]
    [TestCase("<w:p><w:r><w:t>{{#a}}x{{/a}}</w:t></w:r></w:p>", 20_000, "")]
    [TestCase("<w:p><w:r><w:t>{{#a}}</w:t></w:r></w:p><w:p><w:r><w:t>{{/a}}</w:t></w:r></w:p>", 20_000, "")]
    [TestCase("<w:sdt><w:sdtPr><w:tag w:val=\"a\"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>", 30_000, "")]
    [TestCase("<w:commentRangeStart w:id=\"1\"/>", 60_000, "<w:p/>")]
    [TestCase("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", 40_000, "p")]
    [TestCase("<w:tr><w:tc><w:p><w:r><w:t>{{#a}}x{{/a}}</w:t></w:r></w:p></w:tc></w:tr>", 15_000, "tbl")]
    public void ManyOfOneThing_TakeTimeInProportion(string piece, int count, string within)
    {
        var many = string.Concat(Enumerable.Repeat(piece, count));
        var body = within switch
        {
            "p" => $"<w:p>{many}</w:p>",
            "t" => P("y " + many),
            "T" => P(many),
            "rPr" => $"<w:p><w:r><w:rPr>{string.Concat(Enumerable.Repeat("<w:b/>", 100_000))}</w:rPr><w:t>{many}</w:t></w:r></w:p>",
            "nästlat" => string.Concat(Enumerable.Repeat(P(piece), count)) + string.Concat(Enumerable.Repeat("<w:p/>", 50_000)) + string.Concat(Enumerable.Repeat(P("{{/a}}"), count)),
            "listor" => P("{{#a}}") + P("x") + string.Concat(Enumerable.Range(1, count).Select(list => $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr></w:p>")) + P("{{/a}}"),
            "tbl" => $"<w:tbl>{many}</w:tbl><w:p/>",
            _ => many + within,
        };
        var lists = string.Concat(Enumerable.Range(1, 20_000).Select(list => $"<w:num w:numId=\"{list}\"><w:abstractNumId w:val=\"0\"/></w:num>"));
        var numbering = $"<w:numbering {Namespaces}><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/></w:lvl></w:abstractNum>{lists}</w:numbering>";
        var file = (within == "listor" ? Body(body).Related("numbering", "numbering.xml", numbering) : Body(body)).ToBytes();
        var watch = Stopwatch.StartNew();
        var template = WordTemplate.TryCompile(file, out _);
        template?.Check(TemplateSchema.Create(schema => schema.Text("b", "")));
        template?.Fill(TemplateModel.Create(group => group.Add("a", "v")), Stream.Null);
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(10)));
    }

    [TestCase("svar:{0}")]
    [TestCase("svar:x")]
    [TestCase("")]
    public void FormWithManyControls_IsReadInTimeInProportion(string tag)
    {
        string Form(string written) => string.Concat(Enumerable.Range(1, 15_000).Select(number => $"<w:p>{R("Fråga")}{Control(written.Replace("{0}", $"{number}", StringComparison.Ordinal), R("svar"))}</w:p>"));
        var (returned, sent) = (Body(Form(tag)).ToBytes(), Body(Form("svar:{0}")).ToBytes());
        var watch = Stopwatch.StartNew();
        try
        {
            FormReader.Read(returned, sent);
        }
        catch (WordTemplateException exception)
        {
            Assert.That(exception.Faults, Is.Not.Empty);
        }

        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(10)));
    }

    private static TemplateFaultCode? FaultOf(Docx docx) => FaultOf(docx.ToBytes());

    private static TemplateFaultCode? FaultOf(byte[] file)
    {
        var template = WordTemplate.TryCompile(file, out var faults);
        return template is null ? faults[0].Code : null;
    }

    /// <summary>A sound file with a number changed in what the zip tells of its last entry.</summary>
    private static byte[] Changed(int at, object number)
    {
        var file = Paragraphs("{{a}}").ToBytes();
        var place = file.AsSpan().LastIndexOf(DirectoryEntry) + at;
        if (number is ushort small)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(place), small);
        }
        else
        {
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(place), (uint)number);
        }

        return file;
    }
}
