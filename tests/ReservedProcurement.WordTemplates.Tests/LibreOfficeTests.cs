using ReservedProcurement.WordTemplates.Tests.Building;
using static ReservedProcurement.WordTemplates.Tests.Building.Docx;

namespace ReservedProcurement.WordTemplates.Tests;

/// <summary>A template written in LibreOffice, with fields typed across formatting, a link and a list.</summary>
public sealed class LibreOfficeTests
{
    [Test]
    public void Template_FromLibreOffice_IsFilled()
    {
        var filled = Filled.Of(Template(), Model("Norr", "Söder"));
        Assert.That(filled.Texts.Where(text => text.Length > 0), Is.EqualTo(new[]
        {
            "Upphandling: Parkskötsel",
            "Sista dag för anbud är 19\u00A0februari\u00A02027. Värde: 1\u00A0234\u00A0567\u00A0kr.",
            "Läs mer på vår webbplats.",
            "Delkontrakt 1: Norr", "Om Norr", "Nr", "Krav", "1", "Handledare i Norr", "2", "Redskap", "Handledare i Norr", "Redskap",
            "Delkontrakt 2: Söder", "Om Söder", "Nr", "Krav", "1", "Handledare i Söder", "2", "Redskap", "Handledare i Söder", "Redskap",
        }));
        Assert.That(filled.Xml("word/_rels/document.xml.rels").ToString(), Does.Contain("https://exempelstad.se/KS%202027%2F1"));
        Assert.That(filled.Xml("word/document.xml").Descendants(W + "numPr").Count(), Is.GreaterThanOrEqualTo(4));
    }

    [Test]
    public void Template_WithEmptyList_ShowsTheAlternative() =>
        Assert.That(Filled.Of(Template(), Model()).Texts, Has.Member("Inga delkontrakt."));

    /// <summary>Written by hand as flat OpenDocument (the .fodt beside it) and saved as .docx by LibreOffice.</summary>
    [Test]
    public void Invitation_FromLibreOffice_IsFilled()
    {
        var template = WordTemplate.Compile(Fixture.Read("libreoffice-inbjudan.docx"));
        var logo = Images.Png(20, 20, 50);
        var filled = Filled.Of(template, TemplateModel.Create(group => group
            .Add("upphandling.titel", "Parkskötsel").Add("upphandling.diarienummer", "KS 2027/1").Add("upphandling.kontakt", "Kim Exempel")
            .Add("upphandling.anbudSenast", new DateOnly(2027, 2, 19))
            .AddImage("kommun.vapen", logo, "Exempelstads vapen")
            .Add("beskrivning", RichText.Parse("Ni som **söker** uppdrag.\n\n- Park\n- Gata"))
            .AddList("delar", ["Norr", "Söder"], (lot, name) => lot.Add("namn", name)
                .AddList("krav", ["Handledare", "Redskap"], (requirement, text) => requirement.Add("text", text)
                    .Add("bevis", TemplateValue.List(text == "Redskap" ? [] : [TemplateValue.Text("intyg"), TemplateValue.Text("CV")]))))), source: Fixture.Read("libreoffice-inbjudan.docx"));
        Assert.That(filled.Texts.Where(text => text.Length > 0), Is.EqualTo(new[]
        {
            "Inbjudan till Parkskötsel", "Ni kan lämna anbud till och med 19\u00A0februari\u00A02027.",
            "Del 1 av 2: Norr", "Lämna pris för Norr.", "Bifoga bevis.", "Krav", "Bevis", "Handledare", "intyg, CV", "Redskap", "Inget",
            "Del 2 av 2: Söder", "Lämna pris för Söder.", "Bifoga bevis.", "Krav", "Bevis", "Handledare", "intyg, CV", "Redskap", "Inget",
            "Ni som söker uppdrag.", "•\tPark", "•\tGata", "Välkomna!",
        }));
        Assert.That(filled.TextsOf("word/header1.xml"), Is.EqualTo(new[] { "Dnr KS 2027/1" }));
        Assert.That(filled.TextsOf("word/footnotes.xml"), Has.Some.EndsWith("Frågor besvaras av Kim Exempel."));
        Assert.That(filled.Xml("docProps/core.xml").Root!.Value, Does.EndWith("Inbjudan: Parkskötsel"));
        Assert.That(filled.Xml("word/document.xml").Descendants(W + "pict"), Is.Empty);
        Assert.That(filled.Xml("word/document.xml").ToString(), Does.Not.Contain("{{").And.Contain("descr=\"Exempelstads vapen\""));
        var numbers = filled.Xml("word/document.xml").Descendants(W + "numId").Select(id => id.Attribute(W + "val")!.Value).ToList();
        Assert.That(numbers.Distinct().Count(), Is.EqualTo(2), "each lot has a list of its own");
        Assert.That(System.Text.Encoding.UTF8.GetString(LibreOffice.Convert(filled.Bytes, "txt")), Does.Contain("Inbjudan till Parkskötsel").And.Contain("2. Bifoga bevis."));
    }

    [Test]
    public void FilledDocument_SavedAgainByLibreOffice_KeepsTheFieldsText()
    {
        var form = $"<w:p>{R("Svar: ")}{Control("svar:ja", R("☐"), "<w14:checkbox><w14:checked w14:val=\"0\"/></w14:checkbox>")}</w:p>";
        var body = P("{{titel}}") + P("{{#delar}}") + P("Del {{@nr}} av {{@antal}}: {{namn}}") + Table(Row("{{#krav}}{{text}}", "{{pris|kronor}}{{/krav}}")) + form + P("{{/delar}}") + P("{{^delar}}inga{{/delar}}") + P("rad ett: {{rader}}");
        var docx = Body(body).Related("header", "header1.xml", $"<w:hdr {Namespaces}>{P("Dnr {{dnr}}")}</w:hdr>");
        var filled = Filled.Of(docx, group => group.Add("titel", "Å & <ä> {{ö}}").Add("dnr", "KS 2027/1").Add("rader", "a\nb").AddList("delar", ["Norr", "Söder"], (lot, name) => lot
            .Add("namn", name).AddList("krav", [1, 2], (requirement, number) => requirement.Add("text", $"Krav {number}").AddMoney("pris", number * 1_000_00))));
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(LibreOffice.Convert(filled.Bytes, "docx")));
        using var saved = zip.GetEntry("word/document.xml")!.Open();
        var texts = System.Xml.Linq.XDocument.Load(saved, System.Xml.Linq.LoadOptions.PreserveWhitespace).Descendants(W + "p").Select(paragraph =>
            string.Concat(paragraph.Descendants().Select(element => element.Name == W + "t" ? element.Value : element.Name == W + "br" ? "\n" : ""))).Where(text => text.Length > 0);
        Assert.That(texts, Is.EqualTo(filled.Texts.Where(text => text.Length > 0)));
    }

    private static WordTemplate Template() => WordTemplate.Compile(Fixture.Read("libreoffice-delkontrakt.docx"));

    private static TemplateModel Model(params string[] lots) => TemplateModel.Create(group => group
        .Add("upphandling.titel", "Parkskötsel")
        .Add("upphandling.anbudSenast", new DateOnly(2027, 2, 19))
        .AddMoney("upphandling.varde", 1_234_567_00)
        .Add("upphandling.diarienummer", "KS 2027/1")
        .AddList("delar", lots, (lot, name) => lot
            .Add("namn", name)
            .Add("beskrivning", $"Om {name}")
            .AddList("krav", [$"Handledare i {name}", "Redskap"], (requirement, text) => requirement.Add("text", text))));
}
