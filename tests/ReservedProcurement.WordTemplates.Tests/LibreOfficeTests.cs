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
            "Sista dag för anbud är 19 februari 2027. Värde: 1\u00A0234\u00A0567\u00A0kr.",
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
