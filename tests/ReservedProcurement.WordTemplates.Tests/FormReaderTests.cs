using ReservedProcurement.WordTemplates.Tests.Building;
using static ReservedProcurement.WordTemplates.Tests.Building.Docx;

namespace ReservedProcurement.WordTemplates.Tests;

public sealed class FormReaderTests
{
    private const string PromptStyle = "<w:rPr><w:rStyle w:val=\"Platshllartext\"/></w:rPr>";

    [Test]
    public void Text_SplitOverRunsAndParagraphs_IsReadAsShown()
    {
        var lines = P("Vi har </w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r><w:t>handledare") + "<w:p><w:r><w:t>rad 2</w:t><w:br/><w:t>rad 3</w:t></w:r></w:p>";
        var answer = Answer(Body(Control("svar:beskrivning", lines, "<w:alias w:val=\"Beskriv\"/>")));
        Assert.That(answer, Is.EqualTo(new FormAnswer
        {
            Name = "beskrivning",
            Kind = FormAnswerKind.Text,
            Text = "Vi har handledare\nrad 2\nrad 3",
            Title = "Beskriv",
            Part = "word/document.xml",
            Paragraph = 1,
        }));
        Assert.That(answer.IsAnswered, Is.True);
    }

    [Test]
    public void Text_WithTrackedChanges_IsReadAsAccepted()
    {
        var runs = $"<w:ins w:id=\"1\" w:author=\"x\">{R("25")}</w:ins><w:del w:id=\"2\" w:author=\"x\"><w:r><w:delText>30</w:delText></w:r></w:del><w:moveFrom w:id=\"3\" w:author=\"x\">{R("9")}</w:moveFrom>{R(" kr")}";
        Assert.That(Answer(Inline("svar:pris", runs)).Text, Is.EqualTo("25 kr"));
    }

    [Test]
    public void Properties_OfTheDocument_AreReadByName()
    {
        const string Types = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";
        var properties = $"<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" xmlns:vt=\"{Types}\"><property pid=\"2\" name=\"Dokument-id\"><vt:lpwstr> 17 </vt:lpwstr></property><property pid=\"3\"><vt:i4>1</vt:i4></property></Properties>";
        var form = Inline("svar:pris", R("1")).Properties("docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml", "custom", properties).ToBytes();
        Assert.That(FormReader.Read(form).Properties, Is.EquivalentTo(new Dictionary<string, string> { ["Dokument-id"] = "17" }));
        Assert.That(FormReader.Read(form).Properties["DOKUMENT-ID"], Is.EqualTo("17"));
        Assert.That(FormReader.Read(Inline("svar:pris", R("1")).ToBytes()).Properties, Is.Empty);
    }

    [TestCase("<w:showingPlcHdr/>", false)]
    [TestCase("<w:showingPlcHdr w:val=\"0\"/>", true)]
    [TestCase("", true)]
    public void Text_InThePromptsStyle_IsAnAnswerOnlyWhenNoPromptIsShown(string showing, bool isAnswered)
    {
        var answer = Answer(Inline("svar:pris", $"<w:r>{PromptStyle}<w:t>125</w:t></w:r>", showing));
        Assert.That((answer.IsAnswered, answer.Text), Is.EqualTo((isAnswered, isAnswered ? "125" : "")));
    }

    [Test]
    public void Prompt_KeptAsPlainText_IsKnownFromTheBuildingBlockOrTheBlankForm()
    {
        var block = $"<w:glossaryDocument {Namespaces}><w:docParts><w:docPart><w:docPartPr><w:name w:val=\"Prompt\"/></w:docPartPr><w:docPartBody>{P("Ange pris")}</w:docPartBody></w:docPart></w:docParts></w:glossaryDocument>";
        var returned = Inline("svar:pris", R("Ange pris"), "<w:placeholder><w:docPart w:val=\"Prompt\"/></w:placeholder>");
        Assert.That(Answer(returned).IsAnswered, Is.True);
        var blank = Inline("svar:pris", R("Ange pris"), "<w:showingPlcHdr/>").ToBytes();
        Assert.That(FormReader.Read(returned.ToBytes(), blank).All.Single().IsAnswered, Is.False);
        returned.Related("document.glossary", "glossary/document.xml", block);
        Assert.That(Answer(returned).IsAnswered, Is.False);
    }

    [TestCase("<w14:checkbox><w14:checked w14:val=\"1\"/></w14:checkbox>", "☒", true)]
    [TestCase("<w14:checkbox><w14:checked w14:val=\"0\"/></w14:checkbox>", "☐", false)]
    [TestCase("<w14:checkbox/>", "☐", false)]
    [TestCase("<w14:checkbox><w14:checked w14:val=\"true\"/></w14:checkbox>", "X", true)]
    [TestCase("", "☒", true)]
    [TestCase("", "☐", false)]
    public void Checkbox_IsTickedOrNot(string properties, string shown, bool isTicked)
    {
        var answer = Answer(Inline("svar:intygar", R(shown), properties));
        Assert.That((answer.Kind, answer.IsChecked, answer.IsAnswered), Is.EqualTo((FormAnswerKind.Checkbox, (bool?)isTicked, isTicked)));
    }

    [TestCase("<w:checkBox><w:sizeAuto/><w:default w:val=\"0\"/><w:checked/></w:checkBox>", true)]
    [TestCase("<w:checkBox><w:sizeAuto/><w:default w:val=\"1\"/></w:checkBox>", true)]
    [TestCase("<w:checkBox><w:sizeAuto/><w:default w:val=\"1\"/><w:checked w:val=\"0\"/></w:checkBox>", false)]
    public void LegacyCheckbox_ByItselfOrInAControl_IsRead(string box, bool isTicked)
    {
        var form = Body($"<w:p>{Legacy("svar_ja", box, "FORMCHECKBOX", "")}{Control("svar:nej", Legacy("Kryss1", box, "FORMCHECKBOX", ""))}</w:p>");
        var answers = Read(form).All;
        Assert.That(answers.Select(answer => (answer.Name, answer.Kind, answer.IsChecked)), Is.EqualTo(new[]
        {
            ("ja", FormAnswerKind.Checkbox, (bool?)isTicked), ("nej", FormAnswerKind.Checkbox, isTicked),
        }));
    }

    [Test]
    public void LegacyTextAndList_AreRead()
    {
        var list = "<w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"Välj\"/><w:listEntry w:val=\"Norr\"/></w:ddList>";
        var form = Body($"<w:p>{Legacy("svar_namn", "<w:textInput/>", "FORMTEXT", "Kim Exempel")}{Legacy("svar_tom", "<w:textInput/>", "FORMTEXT", "\u2002\u2002")}{Legacy("svar_del", list, "FORMDROPDOWN", "")}</w:p>");
        Assert.That(Read(form).All.Select(answer => (answer.Name, answer.Text, answer.IsAnswered)), Is.EqualTo(new[]
        {
            ("namn", "Kim Exempel", true), ("tom", "", false), ("del", "Norr", true),
        }));
    }

    [TestCase("dropDownList", "Andel socialt utsatta", "andel", true)]
    [TestCase("comboBox", "Andel socialt utsatta", "andel", true)]
    [TestCase("comboBox", "Annat", null, true)]
    [TestCase("dropDownList", "Välj", null, false)]
    public void Choice_GivesShownTextAndValue(string kind, string shown, string? value, bool isAnswered)
    {
        var choices = $"<w:{kind}><w:listItem w:displayText=\"Välj\" w:value=\"\"/><w:listItem w:displayText=\"Andel socialt utsatta\" w:value=\"andel\"/></w:{kind}>";
        var answer = Answer(Inline("svar:grund", R(shown), choices));
        Assert.That((answer.Kind, answer.Text, answer.Value, answer.IsAnswered), Is.EqualTo((FormAnswerKind.Choice, isAnswered ? shown : "", value, isAnswered)));
    }

    [TestCase("2027-02-19", "2027-02-19T00:00:00Z", "2027-02-19")]
    [TestCase("den 19 februari 2027", null, "2027-02-19")]
    [TestCase("fredag 19 feb. 2027", "2020-01-01T00:00:00Z", "2027-02-19")]
    [TestCase("19/2 2027", null, "2027-02-19")]
    [TestCase("19-feb", "2027-02-19T00:00:00Z", "2027-02-19")]
    [TestCase("31 februari 2027", null, null)]
    [TestCase("i vår", null, null)]
    public void Date_IsReadFromWhatIsShownOrNoted(string shown, string? noted, string? expected)
    {
        var answer = Answer(Inline("svar:datum", R(shown), noted is null ? "<w:date/>" : $"<w:date w:fullDate=\"{noted}\"/>"));
        Assert.That((answer.Kind, answer.Text, answer.Date), Is.EqualTo((FormAnswerKind.Date, shown, expected is null ? null : (DateOnly?)DateOnly.ParseExact(expected, "yyyy-MM-dd"))));
    }

    [Test]
    public void Controls_InEveryPlace_AreFoundOnce()
    {
        var box = "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>" + Control("svar:ruta", P("i ruta")) + "</w:drawing></mc:Choice><mc:Fallback><w:pict>" + Control("svar:ruta", P("i ruta")) + "</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>";
        var body = box + Table($"<w:tr>{Control("svar:cell", Cell("i cell"))}{Cell($"<w:p>{Control("svar:rad", R("i rad"))}</w:p>")}</w:tr>")
            + Control("svar:yttre", P("före ") + $"<w:p>{Control("svar:inre", R("inre"))}{Control("svar:tom", R("Fyll i"), "<w:showingPlcHdr/>")}</w:p>") + Control("annat", P("x"));
        var form = Body(body).Related("header", "header1.xml", $"<w:hdr {Namespaces}><w:p>{Control("SVAR:dnr", R("KS 1"))}</w:p></w:hdr>");
        Assert.That(Read(form).All.Select(answer => (answer.Name, answer.Text)), Is.EqualTo(new[]
        {
            ("ruta", "i ruta"), ("cell", "i cell"), ("rad", "i rad"), ("yttre", "före\ninre"), ("inre", "inre"), ("tom", ""), ("dnr", "KS 1"),
        }).Using<(string, string), (string, string)>((left, right) => left.Item1 == right.Item1 && left.Item2.Replace(" \n", "\n", StringComparison.Ordinal) == right.Item2));
    }

    [Test]
    public void RepeatingSection_ThatTheReaderAddedTo_GivesItems()
    {
        string Item(string firm) => $"<w:sdt><w:sdtPr><w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>{Row($"<w:p>{Control("svar:delar.2.firma", R(firm))}</w:p>", "x")}</w:sdtContent></w:sdt>";
        var form = Body(Table(Control("svar:delar.2.uppdrag", Item("Ett AB") + Item("Två AB"), "<w15:repeatingSection/>")));
        var items = Read(form).Items("delar").Single().Answers.Items("uppdrag");
        Assert.That(items.Select(item => (item.Number, item.Answers.Find("Firma")?.Text)), Is.EqualTo(new[] { (1, "Ett AB"), (2, "Två AB") }));
    }

    [Test]
    public void Controls_WithoutTagsOrPromptMarks_AreToldByTheBlankForm()
    {
        string Form(string price, string other, string box, string mark, Func<string, string> tag) => P("Anbud")
            + $"<w:p>{R("Pris: ")}{Control(tag("svar:delar.1.pris"), R(price), mark)}{R(" Kommentar: ")}{Control(tag("svar:delar.1.kommentar"), R(other), mark)}</w:p>"
            + $"<w:p>{R("Pris: ")}{Control(tag("svar:delar.2.pris"), R("Ange pris"), mark)}{R(" Vi intygar ")}{Control(tag("svar:intygar"), R(box), "<w14:checkbox/>")}</w:p>";
        var blank = Body(Form("Ange pris", "Skriv här", "☐", "<w:showingPlcHdr/>", tag => tag)).ToBytes();
        var returned = Body(Control("", P("innehåll")) + Form("125", "Skriv här", "☒", "", _ => "")).ToBytes();
        Assert.That(FormReader.Read(returned).All, Is.Empty);
        Assert.That(FormReader.Read(returned, blank).All.Select(answer => (answer.Name, answer.Text, answer.IsAnswered, answer.IsNameFoundByPlace)), Is.EqualTo(new[]
        {
            ("delar.1.pris", "125", true, true), ("delar.1.kommentar", "", false, true), ("delar.2.pris", "", false, true), ("intygar", "☒", true, true),
        }));
    }

    [Test]
    public void Form_SavedByLibreOffice_KeepsItsAnswers()
    {
        const string Choices = "<w:dropDownList><w:listItem w:displayText=\"Välj\" w:value=\"\"/><w:listItem w:displayText=\"Andel\" w:value=\"a\"/></w:dropDownList>";
        string Form(bool isFilled) => string.Concat(new[] { "Norr", "Söder" }.Select((lot, index) => P($"Del {lot}")
            + $"<w:p>{R("Pris: ")}{Control($"svar:delar.{index + 1}.pris", R(isFilled ? $"12{index} kr" : "Ange pris"), isFilled ? "<w:text/>" : "<w:showingPlcHdr/><w:text/>")}</w:p>"
            + $"<w:p>{R("Grund: ")}{Control($"svar:delar.{index + 1}.grund", R(isFilled ? "Andel" : "Välj"), Choices)}</w:p>"
            + $"<w:p>{R("Start: ")}{Control($"svar:delar.{index + 1}.start", R(isFilled ? "2027-02-19" : "Välj datum"), isFilled ? "<w:date w:fullDate=\"2027-02-19T00:00:00Z\"><w:dateFormat w:val=\"yyyy-MM-dd\"/></w:date>" : "<w:showingPlcHdr/><w:date/>")}</w:p>"))
            + $"<w:p>{R("Övrigt: ")}{Control("svar:ovrigt", R("Skriv här"), "<w:showingPlcHdr/><w:text/>")}</w:p>"
            + Table(Row($"<w:p>{R("Vi intygar ")}{Control("svar:intygar", R(isFilled ? "☒" : "☐"), $"<w14:checkbox><w14:checked w14:val=\"{(isFilled ? 1 : 0)}\"/></w14:checkbox>")}</w:p>", "x")) + P("slut");
        var saved = LibreOffice.Convert(Body(Form(isFilled: true)).ToBytes(), "docx");
        var answers = FormReader.Read(saved, Body(Form(isFilled: false)).ToBytes());
        Assert.That(answers.Items("delar").Select(lot => (lot.Answers.Find("pris")?.Text, lot.Answers.Find("grund")?.Value, lot.Answers.Find("start")?.Date)), Is.EqualTo(new[]
        {
            ("120 kr", "a", (DateOnly?)new DateOnly(2027, 2, 19)), ("121 kr", "a", new DateOnly(2027, 2, 19)),
        }));
        Assert.That((answers.Find("intygar")?.IsChecked, answers.Find("ovrigt")?.IsAnswered), Is.EqualTo(((bool?)true, (bool?)false)));
    }

    [Test]
    public void HostileFiles_GiveTheTemplatesOwnException()
    {
        Assert.That(FormReader.TryRead("inget dokument"u8.ToArray(), out var faults), Is.Null);
        Assert.That(faults.Single().Code, Is.EqualTo(TemplateFaultCode.NotAZip));
        var entity = new Docx().Part("word/document.xml", $"<!DOCTYPE x [<!ENTITY a \"aaaa\">]><w:document {Namespaces}><w:body>&a;</w:body></w:document>");
        Assert.That(Assert.Throws<WordTemplateException>(() => Read(entity))!.Faults.Single().Code, Is.EqualTo(TemplateFaultCode.BrokenPart));
        Assert.That(Assert.Throws<WordTemplateException>(() => FormReader.Read(new Endless()))!.Faults.Single().Code, Is.EqualTo(TemplateFaultCode.TooLarge));
        var macros = Body(P("x"));
        macros.MainType = "application/vnd.ms-word.document.macroEnabled.main+xml";
        Assert.That(Assert.Throws<WordTemplateException>(() => Read(macros))!.Faults.Single().Code, Is.EqualTo(TemplateFaultCode.Macros));
    }

    private static Docx Inline(string tag, string runs, string properties = "") => Body($"<w:p>{Control(tag, runs, properties)}</w:p>");

    private static string Legacy(string name, string data, string code, string result) =>
        $"<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:name w:val=\"{name}\"/><w:enabled/>{data}</w:ffData></w:fldChar></w:r><w:r><w:instrText> {code} </w:instrText></w:r>"
        + $"<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{R(result)}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    private static FormAnswers Read(Docx form) => FormReader.Read(form.ToBytes());

    private static FormAnswer Answer(Docx form) => Read(form).All.Single();

    private sealed class Endless : MemoryStream
    {
        public override int Read(Span<byte> buffer) => buffer.Length;
    }
}
