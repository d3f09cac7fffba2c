using System.Globalization;
using ReservedProcurement.WordTemplates.Tests.Building;
using static ReservedProcurement.WordTemplates.Tests.Building.Docx;

namespace ReservedProcurement.WordTemplates.Tests;

public sealed class AnswerTagTests
{
    private static readonly TemplateSchema Schema = TemplateSchema.Create(schema => schema
        .Boolean("villkor", "villkor")
        .List("delar", "delar", lot => lot
            .Text("namn", "namn")
            .List("krav", "krav", requirement => requirement.Text("text", "text"))));

    [Test]
    public void AnswerControls_InSections_AreToldApartInTheFilledForm()
    {
        var body = P("{{#delar}}")
            + $"<w:p>{R("{{namn}}")}{Control("svar:pris", R("Ange pris"), "<w:id w:val=\"7\"/><w:dataBinding w:xpath=\"/a\" w:storeItemID=\"{0}\"/><w:text/>")}</w:p>"
            + P("{{#arReserverad}}") + P("{{#krav}}") + $"<w:p>{Control("svar:bevis", R("Ange bevis"))}</w:p>" + P("{{/krav}}") + P("{{/arReserverad}}") + P("{{/delar}}")
            + $"<w:p>{Control("svar:firma", R("Ange firma"))}</w:p>";
        var filled = Filled.Of(Body(body), group => group.Add("arReserverad", true).AddList("delar", ["Norr", "Söder"], (lot, name) => lot
            .Add("namn", name).AddList("krav", [1, 2], (requirement, number) => requirement.Add("nr", number))));
        Assert.That(filled.Xml("word/document.xml").Descendants(W + "tag").Select(tag => tag.Attribute(W + "val")!.Value), Is.EqualTo(new[]
        {
            "svar:delar.1.pris", "svar:delar.1.krav.1.bevis", "svar:delar.1.krav.2.bevis",
            "svar:delar.2.pris", "svar:delar.2.krav.1.bevis", "svar:delar.2.krav.2.bevis", "svar:firma",
        }));
        Assert.That(filled.Xml("word/document.xml").Descendants(W + "dataBinding"), Is.Empty);
        var answers = FormReader.Read(filled.Bytes);
        Assert.That(answers.Items("delar").Select(lot => (lot.Number, lot.Answers.Items("krav").Count, lot.Answers.Find("pris")?.Text)), Is.EqualTo(new[] { (1, 2, "Ange pris"), (2, 2, "Ange pris") }));
    }

    [TestCase(65, true)]
    [TestCase(64, false)]
    public void AnswerControl_WhoseTagIsTooLong_IsRefused(int length, bool isRefused)
    {
        var docx = Body($"<w:p>{R("a ")}{Control("svar:" + new string('x', length - 5), R("x"))}</w:p>");
        WordTemplate.TryCompile(docx.ToBytes(), out var faults);
        Assert.That(faults.Select(fault => (fault.Code, fault.Paragraph)), Is.EqualTo(isRefused ? [(TemplateFaultCode.AnswerTagTooLong, (int?)1)] : Array.Empty<(TemplateFaultCode, int?)>()));
    }

    [TestCase(54, true)]
    [TestCase(53, false)]
    public void AnswerControl_WhoseTagBecomesTooLongInAList_IsRefused(int length, bool isRefused)
    {
        var docx = Body($"<w:p>{R("a {{#villkor}}{{#delar}}")}{Control("svar:" + new string('x', length - 5), R("x"))}{R("{{/delar}}{{/villkor}}")}</w:p>");
        var template = WordTemplate.Compile(docx.ToBytes());
        var model = TemplateModel.Create(group => group.Add("villkor", true).AddList("delar", [1, 2], (lot, number) => lot.Add("nr", number)));
        Filled.Of(template, model, new FillOptions { Missing = MissingValuePolicy.Blank });
        if (isRefused)
        {
            Assert.That(Assert.Throws<WordTemplateException>(() => template.Fill(model, Stream.Null))!.Faults.Single().Suggestion, Is.EqualTo("53"));
        }
        else
        {
            Filled.Of(template, model);
        }
    }

    [TestCase(54, "{{#villkor}}{{#delar}}", "{{/delar}}{{/villkor}}", "53")]
    [TestCase(53, "{{#villkor}}{{#delar}}", "{{/delar}}{{/villkor}}", null)]
    [TestCase(64, "{{#villkor}}", "{{/villkor}}", null)]
    [TestCase(44, "{{#delar}}{{#krav}}", "{{/krav}}{{/delar}}", "43")]
    [TestCase(43, "{{#delar}}{{#krav}}", "{{/krav}}{{/delar}}", null)]
    public void Check_AnswerControlWhoseTagWouldBecomeTooLong_TellsWhereAndHowLongItMayBe(int length, string before, string after, string? room)
    {
        var tag = "svar:" + new string('x', length - 5);
        var template = WordTemplate.Compile(Body(P("före") + $"<w:p>{R(before)}{Control(tag, R("Ange pris"))}{R(after)}</w:p>").ToBytes());
        var faults = template.Check(Schema);
        var expected = room is null ? [] : new[] { (TemplateFaultCode.AnswerTagTooLong, "word/document.xml", (int?)2, "Ange pris", tag, (string?)room) };
        Assert.That(faults.Select(fault => (fault.Code, fault.Part, fault.Paragraph, fault.Context, fault.Subject, fault.Suggestion)), Is.EqualTo(expected));
    }

    [Test]
    public void Check_AnswerControlAroundParagraphs_TellsItsFirstParagraph()
    {
        var tag = "svar:" + new string('x', 59);
        var template = WordTemplate.Compile(Body(P("{{#delar}}") + Control(tag, P("Ange")) + P("{{/delar}}")).ToBytes());
        Assert.That(template.Check(Schema).Single().Paragraph, Is.EqualTo(2));
        Assert.That(template.Check(Schema).Single().Message, Does.StartWith("Dokumentet, stycke 2: Svarsrutans tagg").And.Contain("högst 53 tecken"));
    }

    [Test]
    public void FormFields_InSections_AreNumberedLikeControlsAndReadBack()
    {
        var body = P("{{#delar}}") + $"<w:p>{R("{{namn}} ")}{FormField(1, "svar_pris")}</w:p>" + P("{{/delar}}") + $"<w:p>{FormField(2, "svar_firma")}</w:p>";
        var filled = Filled.Of(Body(body), Lots);
        Assert.That(Names(filled, "name"), Is.EqualTo(new[] { "svar_delar_1_pris", "svar_delar_2_pris", "svar_firma" }));
        Assert.That(Names(filled, "bookmarkStart"), Is.EqualTo(Names(filled, "name")));
        var answers = FormReader.Read(filled.Bytes);
        Assert.That(answers.Items("delar").Select(lot => (lot.Number, lot.Answers.Find("pris")?.Text)), Is.EqualTo(new[] { (1, "svar"), (2, "svar") }));
        Assert.That(answers.Find("firma")?.Text, Is.EqualTo("svar"));
    }

    [Test]
    public void FormFields_WithOtherNames_GetNamesThatAreUniqueAndShortEnough()
    {
        var reference = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> REF Textfalt_med_namn20 </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        var body = P("{{#delar}}") + $"<w:p>{R("{{namn}} ")}{FormField(1, "Textfalt_med_namn20")}{reference}{FormField(2, "Kryss1", hasBookmark: false)}</w:p>" + P("{{/delar}}");
        var filled = Filled.Of(Body(body), Lots);
        var names = Names(filled, "name");
        Assert.That(names, Is.Unique);
        Assert.That(names.Select(name => name.Length), Is.All.LessThanOrEqualTo(20));
        Assert.That(Names(filled, "bookmarkStart"), Is.EqualTo(names.Where(name => name.StartsWith('T'))));
        Assert.That(filled.Xml("word/document.xml").Descendants(W + "instrText").Select(code => code.Value.Trim()).Where(code => code.StartsWith("REF", StringComparison.Ordinal)), Is.EqualTo(names.Where(name => name.StartsWith('T')).Select(name => "REF " + name)));
    }

    [Test]
    public void FormField_WhoseNameHasNoRoomForNumbers_IsReportedByTheCheckAndRefusedByTheFill()
    {
        var template = WordTemplate.Compile(Body(P("{{#delar}}") + $"<w:p>{R("{{namn}} ")}{FormField(1, "svar_priset")}</w:p>" + P("{{/delar}}")).ToBytes());
        var fault = template.Check(Schema).Single();
        Assert.That((fault.Code, fault.Paragraph, fault.Subject), Is.EqualTo((TemplateFaultCode.AnswerTagTooLong, (int?)2, "svar_priset")));
        Assert.That(fault.Message, Does.Contain("innehållskontroll").And.Contain("svar:priset"));
        var model = TemplateModel.Create(Lots);
        Assert.That(Assert.Throws<WordTemplateException>(() => template.Fill(model, Stream.Null))!.Faults.Single().Code, Is.EqualTo(TemplateFaultCode.AnswerTagTooLong));
        Assert.That(Names(Filled.Of(template, model, new FillOptions { Missing = MissingValuePolicy.Blank }), "name"), Is.Unique.And.All.Length.LessThanOrEqualTo(20));
    }

    private static void Lots(TemplateGroup group) => group.AddList("delar", ["Norr", "Söder"], (lot, name) => lot.Add("namn", name));

    private static string[] Names(Filled filled, string element) =>
        [.. filled.Xml("word/document.xml").Descendants(W + element).Select(found => (found.Attribute(W + "val") ?? found.Attribute(W + "name"))!.Value)];

    private static string FormField(int id, string name, bool hasBookmark = true)
    {
        var number = id.ToString(CultureInfo.InvariantCulture);
        var field = $"<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:name w:val=\"{name}\"/><w:enabled/><w:calcOnExit w:val=\"0\"/><w:textInput/></w:ffData></w:fldChar></w:r>"
            + $"<w:r><w:instrText xml:space=\"preserve\"> FORMTEXT </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{R("svar")}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        return hasBookmark ? $"<w:bookmarkStart w:id=\"{number}\" w:name=\"{name}\"/>{field}<w:bookmarkEnd w:id=\"{number}\"/>" : field;
    }
}
