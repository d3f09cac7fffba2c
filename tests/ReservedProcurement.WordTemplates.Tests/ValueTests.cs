using ReservedProcurement.WordTemplates.Tests.Building;

namespace ReservedProcurement.WordTemplates.Tests;

public sealed class ValueTests
{
    [TestCase("datum", "2026-03-14")]
    [TestCase("datumtext", "14\u00A0mars\u00A02026")]
    public void Date_WithFormat_IsSwedish(string format, string expected) =>
        Assert.That(Show("dag", format, group => group.Add("dag", new DateOnly(2026, 3, 14))), Is.EqualTo(expected));

    [TestCase("tid", "09:05")]
    [TestCase("datum", "2026-03-14")]
    [TestCase("", "2026-03-14 09:05")]
    public void Moment_WithFormat_IsSwedish(string format, string expected) =>
        Assert.That(Show("mote", format, group => group.Add("mote", new DateTime(2026, 3, 14, 9, 5, 0, DateTimeKind.Unspecified))), Is.EqualTo(expected));

    [TestCase(123456700, "1 234 567 kr")]
    [TestCase(123456750, "1 234 567,50 kr")]
    [TestCase(5, "0,05 kr")]
    [TestCase(-123405, "−1 234,05 kr")]
    [TestCase(0, "0 kr")]
    [TestCase(long.MinValue, "−92 233 720 368 547 758,08 kr")]
    public void Money_AsKronor_GroupsWithNoBreakSpaces(long ore, string expected) =>
        Assert.That(Show("pris", "kronor", group => group.AddMoney("pris", ore)), Is.EqualTo(expected.Replace(' ', '\u00A0')));

    [TestCase(1234567, "tal", "1 234 567")]
    [TestCase(999, "tal", "999")]
    [TestCase(-1000, "tal", "−1 000")]
    [TestCase(25, "procent", "25 %")]
    [TestCase(2026, "", "2026")]
    public void WholeNumber_WithFormat_IsSwedish(long number, string format, string expected) =>
        Assert.That(Show("antal", format, group => group.Add("antal", number)), Is.EqualTo(expected.Replace(' ', '\u00A0')));

    [Test]
    public void DecimalNumber_WithFormat_HasComma()
    {
        Assert.That(Show("andel", "procent", group => group.Add("andel", 12.5m)), Is.EqualTo("12,5\u00A0%"));
        Assert.That(Show("andel", "tal", group => group.Add("andel", -12345.5m)), Is.EqualTo("−12\u00A0345,5"));
    }

    [TestCase("versaler", "ÅTERBRUK & MÖBLER")]
    [TestCase("gemener", "återbruk & möbler")]
    public void Text_WithCase_FollowsSwedishLetters(string format, string expected) =>
        Assert.That(Show("titel", format, group => group.Add("titel", "Återbruk & Möbler")), Is.EqualTo(expected));

    [TestCase(true, "ja")]
    [TestCase(false, "nej")]
    public void Boolean_AsYesNo_IsSwedish(bool value, string expected) =>
        Assert.That(Show("ok", "ja-nej", group => group.Add("ok", value)), Is.EqualTo(expected));

    [Test]
    [SetCulture("en-US")]
    public void Format_UnderForeignCulture_StaysSwedish() =>
        Assert.That(Show("pris", "kronor", group => group.AddMoney("pris", 123456750)), Is.EqualTo("1\u00A0234\u00A0567,50\u00A0kr"));

    [Test]
    public void Text_WithLinesAndTabs_BecomesBreaksAndTabs() =>
        Assert.That(Show("adress", "", group => group.Add("adress", "Storgatan 1\r\n123 45\tExempelstad\nSverige")), Is.EqualTo("Storgatan 1\n123 45\tExempelstad\nSverige"));

    [Test]
    public void Text_LookingLikeTemplate_IsNotReadAgain() =>
        Assert.That(Show("titel", "", group => group.Add("titel", "{{titel}} & <w:p/> {{#a}}")), Is.EqualTo("{{titel}} & <w:p/> {{#a}}"));

    [Test]
    public void Text_WithForbiddenCharacters_DropsThemAndSaysSo()
    {
        var filled = Filled.Of(Docx.Paragraphs("{{titel}}"), group => group.Add("titel", "a\u0000b\u0001c\uD800d\uFFFEe"));
        Assert.That(filled.Texts, Is.EqualTo(new[] { "abcde" }));
        Assert.That(filled.Report.Notes, Has.Count.EqualTo(1));
        Assert.That(filled.Report.Notes[0], Is.EqualTo(new TemplateNote(TemplateNoteCode.CharactersDropped, "word/document.xml", "titel", 4)));
    }

    [Test]
    public void FormatOfOtherKind_IsRefused()
    {
        var fault = Assert.Throws<WordTemplateException>(() => Show("titel", "kronor", group => group.Add("titel", "hej")))!.Faults.Single();
        Assert.That((fault.Code, fault.Subject), Is.EqualTo((TemplateFaultCode.FormatDoesNotFit, "titel|kronor")));
    }

    [Test]
    public void MissingValue_Refused_NamesEveryPlaceAndWritesNothing()
    {
        var template = WordTemplate.Compile(Docx.Paragraphs("{{a}}", "x {{b}} y").ToBytes());
        using var output = new MemoryStream();
        var exception = Assert.Throws<WordTemplateException>(() => template.Fill(TemplateModel.Create(_ => { }), output))!;
        Assert.That(exception.Faults.Select(fault => (fault.Code, fault.Subject, fault.Paragraph)), Is.EqualTo(new[]
        {
            (TemplateFaultCode.MissingValue, "a", (int?)1), (TemplateFaultCode.MissingValue, "b", (int?)2),
        }));
        Assert.That(output.Length, Is.Zero);
    }

    [TestCase(MissingValuePolicy.Blank, "Titel: .")]
    [TestCase(MissingValuePolicy.Marker, "Titel: [titel saknas].")]
    public void MissingValue_Allowed_FollowsPolicyAndIsNoted(MissingValuePolicy policy, string expected)
    {
        var filled = Filled.Of(Docx.Paragraphs("Titel: {{titel}}."), _ => { }, new FillOptions { Missing = policy });
        Assert.That(filled.Texts, Is.EqualTo(new[] { expected }));
        Assert.That(filled.Report.Notes.Single().Code, Is.EqualTo(TemplateNoteCode.ValueMissing));
    }

    [Test]
    public void Dictionary_AsModel_FillsLikeTheBuilder()
    {
        var model = TemplateModel.From(new Dictionary<string, object?>
        {
            ["Titel"] = "Städning",
            ["delar"] = new[] { new Dictionary<string, object?> { ["namn"] = "Norr" }, new Dictionary<string, object?> { ["namn"] = "Söder" } },
        });
        var filled = Filled.Of(WordTemplate.Compile(Docx.Paragraphs("{{titel}}: {{#delar}}{{namn}} {{/delar}}").ToBytes()), model);
        Assert.That(filled.Texts, Is.EqualTo(new[] { "Städning: Norr Söder " }));
    }

    private static string Show(string path, string format, Action<TemplateGroup> model)
    {
        var tag = format.Length == 0 ? path : $"{path}|{format}";
        return Filled.Of(Docx.Paragraphs($"{{{{{tag}}}}}"), model).Texts.Single();
    }
}
