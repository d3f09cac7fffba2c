using ReservedProcurement.WordTemplates.Tests.Building;
using static ReservedProcurement.WordTemplates.Tests.Building.Docx;

namespace ReservedProcurement.WordTemplates.Tests;

/// <summary>What is said of a template before it is used, and what must work however Word has written it.</summary>
public sealed class PreflightTests
{
    private static readonly TemplateSchema Schema = TemplateSchema.Create(schema => schema
        .Text("upphandling.titel", "Titel")
        .List("delar", "Delar", lot => lot.Text("namn", "Namn").List("krav", "Krav", requirement => requirement.Text("text", "Text").List("bevis", "Bevis", proof => proof.Text("sort", "Sort")))));

    [Test]
    public void EveryMistakeWithNames_IsReportedAtOnceWithItsPlace()
    {
        var docx = Body(P("Om {{upphandling.titl}}") + Table(Row("{{namn}}", "x")) + P("y {{#krav}}{{text}}{{/krav}}") + P("{{#delar}}") + P("{{nanm}} {{krav}}") + P("{{/delar}}"))
            .Related("header", "header1.xml", $"<w:hdr {Namespaces}>{P("tom")}{P("{{upphandling}}")}</w:hdr>");
        var faults = WordTemplate.Compile(docx.ToBytes()).Check(Schema);
        Assert.That(faults.Select(fault => (fault.Code, fault.Part, fault.Paragraph, fault.Subject, fault.Suggestion)), Is.EquivalentTo(new (TemplateFaultCode, string, int?, string, string?)[]
        {
            (TemplateFaultCode.UnknownField, "word/document.xml", 1, "upphandling.titl", "upphandling.titel"),
            (TemplateFaultCode.FieldOutsideList, "word/document.xml", 2, "namn", "delar"),
            (TemplateFaultCode.FieldOutsideList, "word/document.xml", 4, "krav", "delar"),
            (TemplateFaultCode.UnknownField, "word/document.xml", 6, "nanm", "namn"),
            (TemplateFaultCode.ListUsedAsValue, "word/document.xml", 6, "krav", null),
            (TemplateFaultCode.GroupUsedAsValue, "word/header1.xml", 2, "upphandling", null),
        }));
        Assert.That(faults.Select(fault => fault.Context), Is.All.Not.Empty);
    }

    [Test]
    public void MistakesInMarkupAndNames_AreReportedTogetherInTheOrderOfTheDocument()
    {
        var docx = Body(P("{{upphandling.titl}}") + P("{{#delar}}") + P("{{namn}} {{hittat}} {{text}}") + P("{{upphandling.titel|pund}}") + P("{{#upphandling}} {{titel}}"))
            .Related("header", "header1.xml", $"<w:hdr {Namespaces}>{P("{{nanm}}")}</w:hdr>");

        var template = WordTemplate.TryCompile(docx.ToBytes(), Schema, out var faults);

        // With a section open to the end nobody can tell what stands in the list, so names that some list has are not judged.
        Assert.That(template, Is.Null);
        Assert.That(faults.Select(fault => (fault.Code, fault.Part, fault.Paragraph, fault.Subject)), Is.EqualTo(new (TemplateFaultCode, string, int?, string)[]
        {
            (TemplateFaultCode.UnknownField, "word/document.xml", 1, "upphandling.titl"),
            (TemplateFaultCode.UnclosedSection, "word/document.xml", 2, "delar"),
            (TemplateFaultCode.UnknownField, "word/document.xml", 3, "hittat"),
            (TemplateFaultCode.UnknownFormat, "word/document.xml", 4, "upphandling.titel|pund"),
            (TemplateFaultCode.UnclosedSection, "word/document.xml", 5, "upphandling"),
            (TemplateFaultCode.UnknownField, "word/header1.xml", 1, "nanm"),
        }));
    }

    [Test]
    public void CompileAndCheck_OfWhatFits_GivesTheTemplateAndNoFault()
    {
        Assert.That(WordTemplate.TryCompile(Body(P("{{upphandling.titel}}")).ToBytes(), Schema, out var none), Is.Not.Null);
        Assert.That(none, Is.Empty);
        Assert.That(WordTemplate.TryCompile(Body(P("{{upphandling.titl}}")).ToBytes(), Schema, out var one), Is.Not.Null);
        Assert.That(one.Select(fault => fault.Code), Is.EqualTo(new[] { TemplateFaultCode.UnknownField }));
    }

    [Test]
    public void EveryMistakeInTheMarkup_IsReportedAtOnceWithItsPlace()
    {
        var deleted = $"<w:p>{R("före ")}<w:del w:id=\"1\" w:author=\"x\"><w:r><w:delText>{{{{titel}}}}</w:delText></w:r></w:del></w:p>";
        var moved = $"<w:p><w:moveFrom w:id=\"2\" w:author=\"x\">{R("{{titel}}")}</w:moveFrom></w:p>";
        var removedControl = $"<w:p><w:del w:id=\"3\" w:author=\"x\">{Control("titel", R("exempel"))}</w:del></w:p>";
        var docx = Body(P("{{#a}}") + P("{{#b}}") + P("{{/a}}") + P("{{/b}}") + deleted + moved + removedControl + P("{{#c}}"))
            .Related("footer", "footer1.xml", $"<w:ftr {Namespaces}>{P("{{/d}}")}</w:ftr>");
        WordTemplate.TryCompile(docx.ToBytes(), out var faults);
        Assert.That(faults.Select(fault => (fault.Code, fault.Part, fault.Paragraph)), Is.EquivalentTo(new (TemplateFaultCode, string, int?)[]
        {
            (TemplateFaultCode.CrossedSections, "word/document.xml", 3),
            (TemplateFaultCode.FieldInDeletedText, "word/document.xml", 5),
            (TemplateFaultCode.FieldInDeletedText, "word/document.xml", 6),
            (TemplateFaultCode.FieldInDeletedText, "word/document.xml", 7),
            (TemplateFaultCode.UnclosedSection, "word/document.xml", 8),
            (TemplateFaultCode.UnopenedSection, "word/footer1.xml", 1),
        }));
        Assert.That(faults.Select(fault => fault.Context), Is.All.Not.Empty);
    }

    [Test]
    public void Sections_ThreeDeep_RepeatWithinEachOther()
    {
        var body = P("{{#delar}}") + P("{{@nr}} {{namn}}") + Control("#krav", P("{{text}}: {{#bevis}}{{sort}}{{^@sista}}, {{/@sista}}{{/bevis}}{{^bevis}}inget{{/bevis}}.")) + P("{{^krav}}") + P("inga krav") + P("{{/krav}}") + P("{{/delar}}");
        var filled = Filled.Of(Body(body), group => group.AddList("delar", ["N", "S"], (lot, name) => lot.Add("namn", name)
            .AddList("krav", name == "N" ? [1, 2] : Array.Empty<int>(), (requirement, number) => requirement.Add("text", $"{name}{number}")
                .AddList("bevis", Enumerable.Range(1, number == 1 ? 2 : 0), (proof, sort) => proof.Add("sort", $"b{sort}")))));
        Assert.That(filled.Texts, Is.EqualTo(new[] { "1 N", "N1: b1, b2.", "N2: inget.", "2 S", "inga krav" }));
    }

    [Test]
    public void RepeatingSection_WithSeveralExampleItemsAndRows_RepeatsTheFirst()
    {
        string Item(string first, string second) => $"<w:sdt><w:sdtPr><w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>{Row(first, "a")}{Row(second, "b")}</w:sdtContent></w:sdt>";
        var section = Control("delar", Item("{{namn}}", "k: {{#krav}}{{text}} {{/krav}}") + Item("exempel 2", "x") + Item("exempel 3", "y"), "<w15:repeatingSection/>");
        var filled = Filled.Of(Body(Table(Row("Del", "Rad"), section) + P("")), group => group.AddList("delar", ["N", "S"], (lot, name) => lot
            .Add("namn", name).AddList("krav", [1, 2], (requirement, number) => requirement.Add("text", number))));
        Assert.That(filled.Texts, Is.EqualTo(new[] { "Del", "Rad", "N", "a", "k: 1 2 ", "b", "S", "a", "k: 1 2 ", "b", "" }));
    }

    [Test]
    public void Field_SplitByEverythingWordPutsBetween_IsFilled()
    {
        var split = "<w:p><w:r><w:t>a {</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:bookmarkStart w:id=\"1\" w:name=\"b\"/><w:r><w:rPr><w:b/></w:rPr><w:t>{ti</w:t></w:r>"
            + "<w:ins w:id=\"9\" w:author=\"x\"><w:r><w:t>te</w:t></w:r></w:ins><w:bookmarkEnd w:id=\"1\"/><w:r><w:lastRenderedPageBreak/><w:t>l}</w:t></w:r><w:proofErr w:type=\"spellEnd\"/><w:r><w:t>} b</w:t></w:r></w:p>";
        Assert.That(Filled.Of(Body(split), group => group.Add("titel", "T")).Texts, Is.EqualTo(new[] { "a T b" }));
    }

    [Test]
    public void TextBox_WrittenTwiceForOldPrograms_IsFilledAlikeInBoth()
    {
        var content = P("{{#delar}}") + P("{{namn}} {{titel}}") + P("{{/delar}}");
        var box = $"<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"9\" cy=\"9\"/><wp:docPr id=\"1\" name=\"Ruta\"/><a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:cNvSpPr txBox=\"1\"/><wps:spPr/><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
            + $"<mc:Fallback><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\" id=\"s1\"><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>";
        var filled = Filled.Of(Body(box), group => group.Add("titel", "T").AddList("delar", ["N", "S"], (lot, name) => lot.Add("namn", name)));
        var boxes = filled.Xml("word/document.xml").Descendants(W + "txbxContent").Select(found => string.Join('|', found.Elements(W + "p").Select(paragraph => paragraph.Value)));
        Assert.That(boxes, Is.EqualTo(new[] { "N T|S T", "N T|S T" }));
    }
}
