using ReservedProcurement.Core.PlainLanguage.Measuring;
using ReservedProcurement.Core.PlainLanguage.WordFiles;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.PlainLanguage;

public sealed class WordReadingTests
{
    [Test]
    public void Read_HeadingsListsAndTables_AreToldApart()
    {
        var text = Read("""
            <w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>Rubrik</w:t></w:r></w:p>
            <w:p><w:r><w:t>Del</w:t></w:r><w:r><w:t>ad text.</w:t></w:r></w:p>
            <w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Punkt</w:t></w:r></w:p>
            <w:tbl><w:tblGrid><w:gridCol w:w="3000"/></w:tblGrid>
              <w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p><w:r><w:t>Kolumn</w:t></w:r></w:p></w:tc></w:tr>
              <w:tr><w:tc><w:p><w:r><w:t>Cell</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>I cell</w:t></w:r></w:p></w:tc></w:tr>
            </w:tbl>
            """);

        Assert.That(text, Is.EqualTo(new TextParagraph[]
        {
            new(TextKind.Heading, "Rubrik"), new(TextKind.Body, "Delad text."), new(TextKind.ListItem, "Punkt"),
            new(TextKind.Heading, "Kolumn", RowPart.First), new(TextKind.TableCell, "Cell", RowPart.First), new(TextKind.TableCell, "I cell", RowPart.Other),
        }));
    }

    [Test]
    public void Read_TrackedChangesHiddenTextAndFieldCodes_AreReadAsTheReaderSeesThem()
    {
        var text = Read("""
            <w:p><w:r><w:t xml:space="preserve">Vi köper </w:t></w:r><w:del w:id="1"><w:r><w:delText>dyr</w:delText></w:r></w:del>
              <w:ins w:id="2"><w:r><w:t>bra</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>dolt</w:t></w:r><w:moveFrom w:id="3"><w:r><w:t>flyttat</w:t></w:r></w:moveFrom>
              <w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t xml:space="preserve"> mat</w:t></w:r><w:r><w:noBreakHyphen/><w:t>och kaffe.</w:t><w:br/><w:t>Ny rad</w:t></w:r></w:p>
            """);

        Assert.That(text.Single().Text, Is.EqualTo("Vi köper bra mat-och kaffe.\nNy rad"));
    }

    [Test]
    public void Read_TextBoxWithAFallback_IsReadOnce()
    {
        const string Box = "<w:txbxContent><w:p><w:r><w:t>I rutan.</w:t></w:r></w:p></w:txbxContent>";

        var text = Read($"""<w:p><w:r><w:t xml:space="preserve">Före </w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>{Box}</wps:txbx></mc:Choice><mc:Fallback><w:pict>{Box}</w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>efter.</w:t></w:r></w:p>""");

        Assert.That(text.Select(paragraph => paragraph.Text), Is.EquivalentTo(new[] { "I rutan.", "Före efter." }));
    }

    [Test]
    public void Read_Footnotes_AreReadButNotTheirSeparators()
    {
        var file = MadeWordFile.OfBody("<w:p><w:r><w:t>Text.</w:t></w:r></w:p>", footnotes: """<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>streck</w:t></w:r></w:p></w:footnote><w:footnote w:id="1"><w:p><w:r><w:t>En not.</w:t></w:r></w:p></w:footnote>""");

        Assert.That(WordText.Read(file).Paragraphs.Select(paragraph => paragraph.Text), Is.EqualTo(new[] { "Text.", "En not." }));
    }

    [Test]
    public void Read_Template_LeavesOutItsSectionsAndKeepsItsFields()
    {
        var text = Read("<w:p><w:r><w:t>{{#delar}}Del {{titel | text}}{{^delar}} saknas{{/delar}}</w:t></w:r></w:p>");

        Assert.That(text.Single().Text, Is.EqualTo("Del {{titel | text}} saknas"));
    }

    [TestCase("", 1)]
    [TestCase("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p><w:p/>", 2)]
    [TestCase("<w:p/><w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p><w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p>", 3)]
    [TestCase("<w:p><w:pPr><w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr></w:pPr></w:p><w:p/><w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr>", 2)]
    public void Pages_OfBreaksAndSections_AreCounted(string body, int pages) => Assert.That(WordText.Read(MadeWordFile.OfBody(body)).EstimatedPages, Is.EqualTo(pages));

    [Test]
    public void Pages_OfALongText_GrowWithIt()
    {
        var sentence = "Leverantören tar emot deltagare och ger dem handledning varje vardag under hela avtalstiden. ";
        int PagesOf(int times) => WordText.Read(MadeWordFile.OfText(Enumerable.Repeat(string.Concat(Enumerable.Repeat(sentence, 5)), times))).EstimatedPages;

        Assert.That((PagesOf(1), PagesOf(10)), Is.EqualTo((1, 1)));
        Assert.That(PagesOf(2_000), Is.InRange(9 * PagesOf(200), 10 * PagesOf(200)));
    }

    [TestCase("<Pages>7</Pages><Words>3</Words>", 7)]
    [TestCase("<Pages>7</Pages><Words>900</Words>", null)]
    [TestCase("<Pages>7</Pages>", null)]
    [TestCase("<Pages>0</Pages><Words>3</Words>", null)]
    [TestCase("<Pages>sju</Pages><Words>3</Words>", null)]
    public void Pages_ThatTheDocumentTells_AreTrustedWhenItsWordsAgree(string properties, int? pages) =>
        Assert.That(WordText.Read(MadeWordFile.OfBody("<w:p><w:r><w:t>Vi köper mat.</w:t></w:r></w:p>", properties: properties)).Properties.TrustedPages(3), Is.EqualTo(pages));

    [Test]
    public void Read_MainPartWhoseKindIsToldByItsEnding_IsRead()
    {
        using var file = new MemoryStream();
        using (var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Create(file, DocumentFormat.OpenXml.WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new(new DocumentFormat.OpenXml.Wordprocessing.Body(new DocumentFormat.OpenXml.Wordprocessing.Paragraph(
                new DocumentFormat.OpenXml.Wordprocessing.Run(new DocumentFormat.OpenXml.Wordprocessing.Text("Vi köper mat.")))));
        }

        Assert.That(WordText.Read(file.ToArray()).Paragraphs.Single().Text, Is.EqualTo("Vi köper mat."));
    }

    private static IReadOnlyList<TextParagraph> Read(string body) => WordText.Read(MadeWordFile.OfBody(body)).Paragraphs;
}
