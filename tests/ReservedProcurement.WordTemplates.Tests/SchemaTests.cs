using static ReservedProcurement.WordTemplates.Tests.Building.Docx;

namespace ReservedProcurement.WordTemplates.Tests;

public sealed class SchemaTests
{
    private static readonly TemplateSchema Schema = TemplateSchema.Create(schema => schema
        .Text("upphandling.titel", "Upphandlingens titel")
        .Money("upphandling.varde", "Uppskattat värde")
        .Date("upphandling.anbudSenast", "Sista dag för anbud")
        .Boolean("reserverad", "Om upphandlingen är reserverad")
        .List("delar", "Delkontrakten", lot => lot
            .Text("namn", "Delkontraktets namn")
            .List("krav", "Kraven", requirement => requirement.Text("text", "Vad som krävs"))));

    [TestCase("{{upphandling.titel}} {{Upphandling.AnbudSenast|datumtext}} {{upphandling.varde|kronor}}")]
    [TestCase("x {{#delar}}{{namn}} {{upphandling.titel}} {{#krav}}{{text}} {{namn}} {{@nr}}{{/krav}}{{/delar}}")]
    [TestCase("x {{#reserverad}}{{upphandling.titel}}{{/reserverad}}{{^delar}}{{upphandling.titel}}{{/delar}}")]
    [TestCase("x {{#upphandling}}{{titel}}{{/upphandling}}")]
    public void Template_UsingKnownFields_HasNoFaults(string text) =>
        Assert.That(Check(text), Is.Empty);

    [TestCase("{{upphandling.tilel}}", TemplateFaultCode.UnknownField, "upphandling.titel")]
    [TestCase("{{upphandling.anbudSensat}}", TemplateFaultCode.UnknownField, "upphandling.anbudSenast")]
    [TestCase("{{helt.annat.namn}}", TemplateFaultCode.UnknownField, null)]
    [TestCase("x {{#delar}}{{nman}}{{/delar}}", TemplateFaultCode.UnknownField, "namn")]
    [TestCase("x {{#delarna}}{{namn}}{{/delarna}}", TemplateFaultCode.UnknownField, "delar")]
    [TestCase("{{namn}}", TemplateFaultCode.FieldOutsideList, "delar")]
    [TestCase("{{delar.namn}}", TemplateFaultCode.FieldOutsideList, "delar")]
    [TestCase("x {{^delar}}{{namn}}{{/delar}}", TemplateFaultCode.FieldOutsideList, "delar")]
    [TestCase("x {{#krav}}{{text}}{{/krav}}", TemplateFaultCode.FieldOutsideList, "delar")]
    [TestCase("{{delar}}", TemplateFaultCode.ListUsedAsValue, null)]
    [TestCase("{{upphandling}}", TemplateFaultCode.GroupUsedAsValue, null)]
    [TestCase("{{upphandling.titel|kronor}}", TemplateFaultCode.FormatDoesNotFit, "text")]
    [TestCase("x {{#reserverad}}{{@nr}}{{/reserverad}}", TemplateFaultCode.CounterOutsideList, null)]
    public void Template_WithMistake_IsReportedOnceWithWhatWasMeant(string text, TemplateFaultCode code, string? suggestion)
    {
        var fault = Check(text).Single();
        Assert.That((fault.Code, fault.Suggestion, fault.Paragraph), Is.EqualTo((code, suggestion, (int?)1)));
    }

    [Test]
    public void Fields_OfATemplate_TellKindFormatSectionsAndUses()
    {
        var docx = Paragraphs("{{titel}} {{titel}}", "x {{#delar}}{{pris|kronor}}{{/delar}}{{^delar}}-{{/delar}}")
            .Related("header", "header1.xml", $"<w:hdr {Namespaces}>{P("{{titel}}")}</w:hdr>");
        var fields = WordTemplate.Compile(docx.ToBytes()).Fields;
        Assert.That(
            fields.Select(field => (field.Path, field.Kind, field.Format, field.EnclosingSection)),
            Is.EquivalentTo(new[]
            {
                ("titel", TemplateFieldKind.Value, null, (string?)null),
                ("delar", TemplateFieldKind.Section, null, null),
                ("pris", TemplateFieldKind.Value, "kronor", "delar"),
                ("delar", TemplateFieldKind.EmptySection, null, null),
            }));
        Assert.That(fields.Single(field => field.Path == "titel").Uses, Is.EqualTo(new Dictionary<string, int> { ["word/document.xml"] = 2, ["word/header1.xml"] = 1 }));
    }

    [Test]
    public void FieldList_OfASchema_ShowsHowEachIsWritten()
    {
        using var output = new StringWriter();
        Schema.WriteFieldList(output);
        Assert.That(output.ToString(), Does.Contain("{{upphandling.varde}}  (belopp) Uppskattat värde").And.Contain("    {{#krav}} … {{/krav}}  (lista) Kraven"));
    }

    private static IReadOnlyList<TemplateFault> Check(string text) => WordTemplate.Compile(Paragraphs(text).ToBytes()).Check(Schema);
}
