using CsCheck;
using ReservedProcurement.WordTemplates.Tests.Building;
using static ReservedProcurement.WordTemplates.Tests.Building.Docx;

namespace ReservedProcurement.WordTemplates.Tests;

public sealed class TypedTextTests
{
    [Test]
    public void Tag_SplitAcrossRunsProofingAndBookmarks_IsFilledInTheFirstRunsFormatting()
    {
        var filled = Filled.Of(
            Body("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Titel: {</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r><w:rPr><w:i/></w:rPr><w:t>{upphandling</w:t></w:r>"
                + "<w:bookmarkStart w:id=\"1\" w:name=\"b\"/><w:r><w:t>.tit</w:t></w:r><w:bookmarkEnd w:id=\"1\"/><w:proofErr w:type=\"spellEnd\"/>"
                + "<w:r><w:lastRenderedPageBreak/><w:t>el}</w:t></w:r><w:r><w:rPr><w:u w:val=\"single\"/></w:rPr><w:t>} slut</w:t></w:r></w:p>"),
            group => group.Add("upphandling.titel", "Städning"));
        Assert.That(filled.Texts, Is.EqualTo(new[] { "Titel: Städning slut" }));
        var run = filled.Xml("word/document.xml").Descendants(W + "t").Single(text => text.Value.Contains("Städning", StringComparison.Ordinal)).Parent!;
        Assert.That(run.Descendants(W + "b").Count(), Is.EqualTo(1));
    }

    [TestCase("{{ Upphandling.Titel }}")]
    [TestCase("{{\u00A0upphandling.titel}}")]
    [TestCase("{{upp\u00ADhand\u200Bling.titel}}")]
    public void Tag_WithSpacesCaseOrInvisibleCharacters_IsUnderstood(string text) =>
        Assert.That(Filled.Of(Paragraphs(text), group => group.Add("upphandling.titel", "T")).Texts, Is.EqualTo(new[] { "T" }));

    [Test]
    public void Tag_WithNoBreakHyphenElement_IsUnderstood() =>
        Assert.That(
            Filled.Of(Body("<w:p><w:r><w:t>{{ok|ja</w:t><w:noBreakHyphen/><w:t>nej}}</w:t></w:r></w:p>"), group => group.Add("ok", true)).Texts,
            Is.EqualTo(new[] { "ja" }));

    [Test]
    public void Tags_SeveralInOneRun_AreAllFilled() =>
        Assert.That(
            Filled.Of(Paragraphs("{{a}}{{b}} och {{a}}"), group => group.Add("a", "1").Add("b", "2")).Texts,
            Is.EqualTo(new[] { "12 och 1" }));

    [Test]
    public void Tag_SplitAtAnyPlaces_GivesTheSameText()
    {
        const string Text = "Före {{#delar}}[{{namn|versaler}}/{{@nr}}{{^@sista}}, {{/@sista}}]{{/delar}} efter {{titel}}.";
        var expected = Filled.Of(Paragraphs(Text), Model).Texts;
        Gen.Int[1, Text.Length - 1].HashSet[0, 30].Sample(cuts =>
        {
            var runs = Pieces(Text, cuts).Select((piece, index) => index % 2 == 0 ? R(piece) : $"<w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">{piece}</w:t></w:r><w:proofErr w:type=\"gramStart\"/>");
            Assert.That(Filled.Of(Body($"<w:p>{string.Concat(runs)}</w:p>"), Model).Texts, Is.EqualTo(expected));
        }, iter: 150, threads: 1);
        Assert.That(expected, Is.EqualTo(new[] { "Före [NORR/1, ][SÖDER/2] efter T." }));
    }

    [Test]
    public void Values_OfAnyCharacters_GiveAValidDocumentWithThatText()
    {
        var template = WordTemplate.Compile(Paragraphs("<{{titel}}>".Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal), "x {{#delar}}{{.}};{{/delar}}").ToBytes());
        Gen.Select(Gen.String[Gen.OneOf(Gen.Char, Gen.Char['\u0000', '\u007F'], Gen.Char["{}#\uD83D\uDE00"]), 0, 40], Gen.String.Array[0, 5]).Sample(
            (title, items) =>
            {
                var model = TemplateModel.Create(group => group.Add("titel", title).Add("delar", TemplateValue.List(items.Select(TemplateValue.Text))));
                var filled = Filled.Of(template, model);
                Assert.That(filled.Texts, Is.EqualTo(new[] { $"<{Shown(title)}>", "x " + string.Concat(items.Select(item => Shown(item) + ";")) }));
            },
            iter: 200,
            threads: 1);
    }

    private static void Model(TemplateGroup group) =>
        group.Add("titel", "T").AddList("delar", ["Norr", "Söder"], (lot, name) => lot.Add("namn", name));

    private static IEnumerable<string> Pieces(string text, IEnumerable<int> cuts)
    {
        var from = 0;
        foreach (var cut in cuts.Order().Append(text.Length))
        {
            yield return text[from..cut];
            from = cut;
        }
    }

    /// <summary>What a document can hold of a text, written independently of the engine.</summary>
    private static string Shown(string text)
    {
        var shown = new System.Text.StringBuilder();
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (character is '\n' or '\r' or '\v' or '\u0085' or '\u2028' or '\u2029')
            {
                shown.Append('\n');
            }
            else if (char.IsHighSurrogate(character) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            {
                shown.Append(character).Append(text[++index]);
            }
            else if (character == '\t' || (System.Xml.XmlConvert.IsXmlChar(character) && !char.IsSurrogate(character)))
            {
                shown.Append(character);
            }
        }

        return shown.ToString();
    }
}
