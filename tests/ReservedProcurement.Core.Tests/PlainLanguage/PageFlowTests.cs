using CsCheck;
using ReservedProcurement.Core.PlainLanguage.WordFiles;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.PlainLanguage;

public sealed class PageFlowTests
{
    private const double PageHeight = 100;
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly Gen<LaidBlock> Block = Gen.Select(Gen.Int[1, 25], Gen.Double[5, 14], Gen.Double[0, 12], Gen.Double[0, 12], Gen.Bool, Gen.Bool, (lines, height, before, after, next, whole) =>
        new LaidBlock(lines, height, before, after) { KeepsNext = next, KeepsLines = whole });

    [Test]
    public void Heading_ThatWouldStandAloneAtTheFoot_GoesToTheNextPageWithItsText()
    {
        LaidBlock[] blocks = [new(9, 10, 0, 0), new(1, 10, 0, 0) { KeepsNext = true }, new(2, 10, 0, 0)];

        // The heading fits on the first page, its text does not; then six more lines fill the second page only with the heading there.
        Assert.That(Pages([.. blocks, new(7, 10, 0, 0)]), Is.EqualTo(2));
        Assert.That(Pages([.. blocks, new(8, 10, 0, 0)]), Is.EqualTo(3));
    }

    [Test]
    public void Row_ThatMayNotBeSplit_GoesWhole_AndOneThatMay_FillsThePage()
    {
        Assert.That(Pages([.. Enumerable.Repeat(new LaidBlock(6, 10, 0, 0) { KeepsLines = true }, 3)]), Is.EqualTo(3));
        Assert.That(Pages([.. Enumerable.Repeat(new LaidBlock(6, 10, 0, 0), 3)]), Is.EqualTo(2));
    }

    [Test]
    public void HeadingRows_AreRepeatedOnEachPageOfTheTable()
    {
        Assert.That(Pages([.. Enumerable.Repeat(new LaidBlock(1, 10, 0, 0) { KeepsLines = true }, 40)]), Is.EqualTo(4));
        Assert.That(Pages([.. Enumerable.Repeat(new LaidBlock(1, 10, 0, 0) { KeepsLines = true, Repeated = 20 }, 40)]), Is.EqualTo(5));
    }

    [Test]
    public void Paragraph_LeavesNoLineAlone()
    {
        // Nine lines and then three: two would stand at the foot or one at the head of a page, so all three go.
        Assert.That(Pages([new(8, 10, 0, 0), new(3, 10, 0, 0), new(7, 10, 0, 0)]), Is.EqualTo(2));
        Assert.That(Pages([new(8, 10, 0, 0), new(3, 10, 0, 0), new(8, 10, 0, 0)]), Is.EqualTo(3));
    }

    [Test]
    public void Pages_OfAnyBlocks_AreAtLeastWhatTheirLinesFill_AndEnd() => Block.Array[1, 60].Sample(blocks =>
    {
        var pages = Pages(blocks);
        var lines = blocks.Sum(block => block.Lines * block.LineHeight);

        Assert.That(pages, Is.GreaterThanOrEqualTo((int)Math.Floor(lines / PageHeight)));
        Assert.That(pages, Is.LessThanOrEqualTo(blocks.Sum(block => block.Lines) + 1));
    });

    [Test]
    public void Pages_WithOneMoreBlock_AreNeverFewer() => Gen.Select(Block.Array[0, 40], Block).Sample((blocks, last) =>
    {
        // What was last can be kept with what follows, so it must not have been.
        LaidBlock[] before = [.. blocks.Select((block, index) => index == blocks.Length - 1 ? block with { KeepsNext = false } : block)];
        Assert.That(Pages([.. before, last]), Is.GreaterThanOrEqualTo(Pages(before)));
    });

    [Test]
    public void Estimate_TableRowsKeptWhole_TakeMorePagesThanRowsThatAreSplit()
    {
        Assert.That(Estimate("<w:trPr><w:cantSplit/></w:trPr>"), Is.GreaterThan(Estimate("")));

        static int Estimate(string row)
        {
            var cell = string.Concat(Enumerable.Repeat("<w:p><w:r><w:t>Rad</w:t></w:r></w:p>", 32));
            return WordText.Read(MadeWordFile.OfBody($"<w:tbl><w:tblGrid><w:gridCol w:w=\"3000\"/></w:tblGrid>{string.Concat(Enumerable.Repeat($"<w:tr>{row}<w:tc>{cell}</w:tc></w:tr>", 8))}</w:tbl>")).EstimatedPages;
        }
    }

    [Test]
    public void Estimate_SpaceBetweenParagraphs_IsTheLargerOne_UnlessTheDocumentAddsThem()
    {
        // 20 paragraphs of about 12 points with 20 before and after: 32 points each on a page of 700, or 52 when the spaces are added.
        var body = string.Concat(Enumerable.Repeat("""<w:p><w:pPr><w:spacing w:before="400" w:after="400"/></w:pPr><w:r><w:t>Vi köper mat.</w:t></w:r></w:p>""", 20));

        Assert.That(Estimate("""<w:compat/>"""), Is.EqualTo(1));
        Assert.That(Estimate("""<w:compat><w:doNotUseHTMLParagraphAutoSpacing w:val="0"/></w:compat>"""), Is.EqualTo(1));
        Assert.That(Estimate("""<w:compat><w:doNotUseHTMLParagraphAutoSpacing/></w:compat>"""), Is.EqualTo(2));

        int Estimate(string settings) => WordText.Read(MadeWordFile.OfParts(
            $"""<w:document xmlns:w="{Word}"><w:body>{body}</w:body></w:document>""",
            [
                ("word/_rels/document.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/></Relationships>"""),
                ("word/settings.xml", $"""<w:settings xmlns:w="{Word}">{settings}</w:settings>"""),
            ])).EstimatedPages;
    }

    private static int Pages(LaidBlock[] blocks)
    {
        var flow = new PageFlow(PageHeight);
        for (var at = 0; at < blocks.Length; at++)
        {
            flow.Place(blocks, at);
        }

        return flow.Pages;
    }
}
