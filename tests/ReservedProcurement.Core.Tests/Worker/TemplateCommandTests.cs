using System.IO.Compression;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.TestKit;
using ReservedProcurement.Worker.Commands;

namespace ReservedProcurement.Core.Tests.Worker;

public sealed class TemplateCommandTests
{
    private const string Body = "<w:p><w:r><w:t>{0}</w:t></w:r></w:p>";

    private string _folder = null!;

    [SetUp]
    public void Start() => _folder = Directory.CreateTempSubdirectory("reserved-procurement-templates-").FullName;

    [TearDown]
    public void Stop() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Fields_OfATemplate_AreListedWithFormatAndSection()
    {
        var template = Template("Ärende {{upphandling.titel}} {{#delar}}{{värde|kronor}}{{/delar}}");

        var (code, output, _) = await RunAsync("templates", "fields", template);

        Assert.That(code, Is.Zero);
        Assert.That(output.TrimEnd().ReplaceLineEndings("\n").Split('\n'), Is.EqualTo(new[] { "upphandling.titel", "#delar", "värde|kronor  (i delar)" }));
    }

    [Test]
    public async Task Check_TemplateThatHolds_IsCodeZero()
    {
        var (code, output, _) = await RunAsync("templates", "check", Template("Bara text."));

        Assert.That((code, output.TrimEnd()), Is.EqualTo((0, "Mallen är utan fel.")));
    }

    [Test]
    public async Task Check_NamedAsAShippedTemplate_TellsWhichOfItsFieldsAreGone()
    {
        var file = Path.Combine(_folder, "det-har-koper-vi.docx");
        await File.WriteAllBytesAsync(file, OwnTemplates.Changed(ShippedTemplates.Summary, ("{{upphandling.kontakt.epost}}", "kommunen")));

        var (code, output, _) = await RunAsync("templates", "check", file);

        Assert.That(code, Is.Zero);
        Assert.That(output, Does.Contain(" upphandling.kontakt.epost").And.Contain("Mallen är utan fel."));
    }

    [Test]
    public async Task Check_TemplateWithFaults_TellsEachAndIsCodeOne()
    {
        var (code, output, error) = await RunAsync("templates", "check", Template("{{#delar}} öppen och {{titel|ingetformat}}"));

        Assert.That((code, error), Is.EqualTo((1, "")));
        Assert.That(output, Does.Contain("delar").And.Contain("ingetformat").And.Contain("Antal fel: "));
    }

    [Test]
    public async Task Check_FileThatIsNoDocument_IsOneSentence()
    {
        var file = Path.Combine(_folder, "text.docx");
        await File.WriteAllTextAsync(file, "inte ett dokument");

        var (code, output, _) = await RunAsync("templates", "check", file);

        Assert.That(code, Is.EqualTo(1));
        Assert.That(output, Does.StartWith("Filen är inget Word-dokument (.docx)."));
    }

    [Test]
    public async Task Fill_WithData_WritesTheDocument()
    {
        var target = Path.Combine(_folder, "klar.docx");
        var data = Data("""{ "titel": "Räta & rätt", "datum": "2026-03-14", "delar": [{ "namn": "ett" }, { "namn": "två" }], "öppen": true }""");

        var (code, output, error) = await RunAsync("templates", "fill", Template("{{titel}} {{datum|datumtext}} {{#delar}}[{{namn}}]{{/delar}} {{#öppen}}öppet{{/öppen}}"), "--data", data, "--out", target);

        Assert.That(code, Is.Zero, error);
        Assert.That(output.TrimEnd(), Is.EqualTo($"Dokumentet är skrivet till {target}."));
        Assert.That(Text(target), Is.EqualTo("Räta &amp; rätt 14\u00A0mars\u00A02026 [ett][två] öppet"));
    }

    [Test]
    public async Task Fill_WithoutAValue_WritesNothingUnlessBlanksAreAllowed()
    {
        var target = Path.Combine(_folder, "klar.docx");
        var template = Template("Titel: {{titel}}.");
        var data = Data("{}");

        var refused = await RunAsync("templates", "fill", template, "--data", data, "--out", target);
        var existedThen = File.Exists(target);
        var blank = await RunAsync("templates", "fill", template, "--data", data, "--out", target, "--blank");

        Assert.That((refused.Code, existedThen, blank.Code), Is.EqualTo((1, false, 0)));
        Assert.That(refused.Error, Does.Contain("\"titel\" saknar värde"));
        Assert.That(blank.Error, Does.StartWith("Obs: "));
        Assert.That(Text(target), Is.EqualTo("Titel: ."));
        Assert.That(Directory.GetFiles(_folder, "klar.docx*"), Is.EqualTo(new[] { target }));
    }

    [Test]
    public async Task Fill_NumberThatTheTemplateShowsInKronor_IsAnAmount()
    {
        var target = Path.Combine(_folder, "klar.docx");
        var data = Data("""{ "köp": { "värde": 450000 }, "delar": [{ "pris": 99.5, "antal": 1500 }] }""");

        var (code, _, error) = await RunAsync("templates", "fill", Template("{{köp.värde|kronor}} {{#delar}}{{#pris}}{{pris|kronor}}{{/pris}} {{antal|tal}}{{/delar}}"), "--data", data, "--out", target);

        Assert.That(code, Is.Zero, error);
        Assert.That(Text(target).Replace('\u00a0', ' '), Is.EqualTo("450 000 kr 99,50 kr 1 500"));
    }

    [Test]
    public async Task Fill_AmountWithPartsOfAnOre_IsRefused()
    {
        var (code, _, error) = await RunAsync("templates", "fill", Template("{{pris|kronor}}"), "--data", Data("""{ "pris": 0.005 }"""), "--out", Path.Combine(_folder, "klar.docx"));

        Assert.That((code, error.TrimEnd()), Is.EqualTo((1, "Värdet för \"pris\" i datafilen är ett belopp. Skriv det i kronor med högst två decimaler.")));
    }

    [TestCase("[1, 2]", "Datafilen måste innehålla ett JSON-objekt med fältens namn och värden.")]
    [TestCase("{ \"titel\": \n oj }", "Datafilen är inte giltig JSON. Felet finns på rad 2.")]
    [TestCase("{ \"inte ett namn!\": 1 }", "\"inte ett namn!\" i datafilen är inget fältnamn, eller står där två gånger.")]
    [TestCase("{ \"titel\": 1, \"Titel\": 2 }", "\"Titel\" i datafilen är inget fältnamn, eller står där två gånger.")]
    [TestCase("{ \"titel\": 1e99 }", "Värdet för \"titel\" i datafilen går inte att använda.")]
    public async Task Fill_WithDataThatIsWrong_IsOneSentence(string json, string sentence)
    {
        var (code, output, error) = await RunAsync("templates", "fill", Template("{{titel}}"), "--data", Data(json), "--out", Path.Combine(_folder, "klar.docx"));

        Assert.That((code, output, error.TrimEnd()), Is.EqualTo((1, "", sentence)));
    }

    [Test]
    public async Task Fill_OverItsOwnTemplate_IsRefused()
    {
        var template = Template("{{titel}}");
        var before = await File.ReadAllBytesAsync(template);

        var (code, _, error) = await RunAsync("templates", "fill", template, "--data", Data("""{ "titel": "x" }"""), "--out", template);

        Assert.That((code, error.TrimEnd()), Is.EqualTo((1, "Dokumentet kan inte skrivas över mallen. Välj ett annat namn för --out.")));
        Assert.That(await File.ReadAllBytesAsync(template), Is.EqualTo(before));
    }

    private string Template(string text)
    {
        var file = Path.Combine(_folder, "mall.docx");
        using var zip = ZipFile.Open(file, ZipArchiveMode.Create);
        Write(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""");
        Write(zip, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""");
        Write(zip, "word/document.xml", $"""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{Body.Replace("{0}", text, StringComparison.Ordinal)}</w:body></w:document>""");
        return file;
    }

    private string Data(string json)
    {
        var file = Path.Combine(_folder, "data.json");
        File.WriteAllText(file, json);
        return file;
    }

    private static string Text(string file)
    {
        using var zip = ZipFile.OpenRead(file);
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return string.Concat(System.Text.RegularExpressions.Regex.Matches(reader.ReadToEnd(), "<w:t[^>]*>([^<]*)</w:t>").Select(match => match.Groups[1].Value)).Trim();
    }

    private static void Write(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(content);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(args, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
