using CsCheck;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Documents.Templates;
using ReservedProcurement.Core.Language;
using ReservedProcurement.TestKit;
using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Core.Tests.Documents.Templates;

public sealed class TemplateRulesTests
{
    private static IReadOnlyList<ShippedTemplate> Templates => ShippedTemplates.All;

    [TestCaseSource(nameof(Templates))]
    public void Check_ShippedTemplateAgainstItself_FindsNothing(ShippedTemplate template)
    {
        var check = Check(template.File, template);

        Assert.That((check.Faults.Count, check.Warnings.Count, check.Notes.Count), Is.EqualTo((0, 0, 0)));
    }

    [Test]
    public void Check_FieldOfTheLawTakenAway_IsWarnedOfByItsWholeName()
    {
        var own = OwnTemplates.Changed(ShippedTemplates.Award, ("{{reservation.rubrik}}", "vissa"));

        var warning = Check(own, ShippedTemplates.Award).Warnings.Single();

        Assert.That(warning.Code, Is.EqualTo(TemplateWarningCode.LawFieldsLeftOut));
        Assert.That(warning.Items.Select(item => item.Name), Is.EqualTo(new[] { "delar.reservation.rubrik" }));
        Assert.That(warning.Items[0].Description, Is.Not.Empty);
    }

    [Test]
    public void Check_OtherFieldTakenAway_IsWarnedOfByItself()
    {
        var warning = Check(OwnTemplates.Changed(ShippedTemplates.Summary, ("{{upphandling.kontakt.epost}}", "kommunen")), ShippedTemplates.Summary).Warnings.Single();

        Assert.That(warning.Code, Is.EqualTo(TemplateWarningCode.ValueFieldsLeftOut));
        Assert.That(warning.Items.Select(item => item.Name), Is.EqualTo(new[] { "upphandling.kontakt.epost" }));
    }

    [Test]
    public void Check_AnswerTakenAway_IsWarnedOfWithItsTag()
    {
        var own = OwnTemplates.Changed(ShippedTemplates.TenderForm, ("\"svar:telefon\"", "\"telefonruta\""));

        // The control is no answer any more, so its tag is read as a field.
        Assert.That(Check(own, ShippedTemplates.TenderForm).Faults.Select(fault => fault.Code), Is.EqualTo(new[] { TemplateFaultCode.UnknownField }));

        var renamed = OwnTemplates.Changed(ShippedTemplates.TenderForm, ("\"svar:telefon\"", "\"svar:mobil\""));
        var warning = Check(renamed, ShippedTemplates.TenderForm).Warnings.Single();
        Assert.That(warning.Code, Is.EqualTo(TemplateWarningCode.AnswersLeftOut));
        Assert.That(warning.Items.Select(item => item.Name), Is.EqualTo(new[] { "svar:telefon" }));
    }

    [Test]
    public void Check_AnswerOfADocumentThatTheAuthorityKeeps_IsNoWarning() =>
        Assert.That(Check(OwnTemplates.Changed(ShippedTemplates.Award, ("\"svar:vinnare\"", "\"svar:leverantor\"")), ShippedTemplates.Award).Warnings, Is.Empty);

    [TestCase("Det här köper vi: {{upphandling.titel}}", " ")]
    [TestCase("dc:title", "dc:description")]
    public void Check_NoTitle_IsWarnedOf(string from, string to)
    {
        var own = OwnTemplates.ChangedPart(ShippedTemplates.Summary, "docProps/core.xml", (from, to));

        Assert.That(Check(own, ShippedTemplates.Summary).Warnings.Select(warning => warning.Code), Is.EqualTo(new[] { TemplateWarningCode.NoTitle }));
    }

    [Test]
    public void Check_AnotherLanguage_IsWarnedOf()
    {
        var own = OwnTemplates.ChangedPart(ShippedTemplates.Summary, "word/styles.xml", ("<w:lang w:val=\"sv-SE\"", "<w:lang w:val=\"en-US\""));

        Assert.That(Check(own, ShippedTemplates.Summary).Warnings.Select(warning => warning.Code), Is.EqualTo(new[] { TemplateWarningCode.NotSwedish }));
    }

    [Test]
    public void Check_AnOrdinaryDocument_IsToldThatItHasNoFields()
    {
        var check = Check(MadeWordFile.OfText("Våra regler."), ShippedTemplates.Rules);

        Assert.That(check.Faults, Is.Empty);
        Assert.That(check.Warnings.Select(warning => warning.Code), Is.EqualTo(new[] { TemplateWarningCode.NoFields, TemplateWarningCode.NoTitle, TemplateWarningCode.NotSwedish }));
    }

    [Test]
    public void Check_BrokenSectionAndUnknownName_AreToldAtOnce()
    {
        var faults = Check(MadeWordFile.OfText("{{#delar}}{{titel}} {{hittepå}}", "{{upphandling.tittel}}"), ShippedTemplates.Rules).Faults;

        Assert.That(faults.Select(fault => (fault.Code, fault.Paragraph)), Is.EqualTo(new (TemplateFaultCode, int?)[]
        {
            (TemplateFaultCode.UnclosedSection, 1), (TemplateFaultCode.UnknownField, 1), (TemplateFaultCode.UnknownField, 2),
        }));
    }

    [Test]
    public void Check_AnyBytes_NeverThrows() => Gen.Byte.Array[0, 400].Sample(bytes => Check(bytes, ShippedTemplates.Rules).Faults.Count > 0);

    [Test]
    public void Check_AnyByteOfATemplateChanged_NeverThrows() => Gen.Select(Gen.Int[0, ShippedTemplates.Summary.File.Length - 1], Gen.Byte).Sample(
        (place, value) =>
        {
            var file = ShippedTemplates.Summary.File.ToArray();
            file[place] = value;
            Check(file, ShippedTemplates.Summary);
        },
        iter: 200);

    [Test]
    public void WarningCode_Every_HasASentence() =>
        Assert.That(Enum.GetValues<TemplateWarningCode>().Select(code => Texts.Name(code)), Has.All.EndsWith("."));

    [TestCase(null, "mall.docx")]
    [TestCase("", "mall.docx")]
    [TestCase("...", "mall.docx")]
    [TestCase("avtal åäö (2).docx", "avtal åäö (2).docx")]
    [TestCase(@"C:\Users\x\avtal.docx", "avtal.docx")]
    [TestCase("../../avtal.docx", "avtal.docx")]
    [TestCase("a\r\nSet-Cookie: b\".docx", "aSet-Cookie b.docx")]
    public void SentFileName_Whatever_IsOnlyAName(string? sent, string expected) => Assert.That(SentFileName.Tidy(sent), Is.EqualTo(expected));

    [Test]
    public void SentFileName_AnyText_FitsItsColumnAndHoldsNoPathOrControl() => Gen.String.Sample(sent =>
    {
        var name = SentFileName.Tidy(sent);
        return name.Length is > 0 and <= SentFileName.Longest && !name.Any(char.IsControl) && name.IndexOfAny(['/', '\\', '"', '<', ':']) < 0;
    });

    private static TemplateCheck Check(byte[] own, ShippedTemplate shipped) => TemplateRules.Check(own, CheckedTemplate.Of(own), shipped, CheckedTemplate.Of(shipped.File));
}
