using System.Text.Json.Nodes;
using ReservedProcurement.TestKit;
using ReservedProcurement.Worker.Commands;

namespace ReservedProcurement.Core.Tests.Worker;

public sealed class LanguageCommandTests
{
    private string _folder = null!;

    [SetUp]
    public void Start() => _folder = Directory.CreateTempSubdirectory("reserved-procurement-language-").FullName;

    [TearDown]
    public void Stop() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Language_OfADocument_TellsItsFiguresAndWhereToLook()
    {
        var (code, output, error) = await RunAsync("templates", "language", Document("Vi köper städning. Leverantören ska tillse att det städas varje vardag."));

        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Match("LIX +24 \\(mycket lätt\\)").And.Contain("1 ska-krav och 0 bör-krav"));
        Assert.That(output, Does.Contain("1 gång    tillse → se till").And.Contain("städas: Leverantören ska").And.Contain("cirka 1 min (180 ord i minuten)").And.Contain("Sidor             cirka 1"));
        Assert.That(output.TrimEnd(), Does.EndWith("LIX är en fingervisning. Det säger inget om hur svåra orden är."));
    }

    [Test]
    public async Task Language_AsJson_HasTheSameFigures()
    {
        var (code, output, _) = await RunAsync("templates", "language", Document("Vi köper städning."), "--json", "--ord-per-minut", "60");

        var card = JsonNode.Parse(output)!;
        Assert.That((code, (int)card["figures"]!["words"]!, (string?)card["figures"]!["band"], (int)card["wordsPerMinute"]!), Is.EqualTo((0, 3, "easy", 60)));
    }

    [Test]
    public async Task Language_FileThatIsNoDocument_IsOneSentence()
    {
        var file = Path.Combine(_folder, "text.docx");
        await File.WriteAllTextAsync(file, "inte ett dokument");

        var (code, output, error) = await RunAsync("templates", "language", file);

        Assert.That((code, output), Is.EqualTo((1, "")));
        Assert.That(error.TrimEnd(), Does.StartWith("Filen går inte att mäta. ").And.Not.Contain("\n"));
    }

    [TestCase("49")]
    [TestCase("601")]
    [TestCase("fort")]
    public async Task Language_SpeedThatNobodyReadsWith_IsRefused(string speed) =>
        Assert.That((await RunAsync("templates", "language", Document("Hej."), "--ord-per-minut", speed)).Code, Is.Not.Zero);

    private string Document(string text)
    {
        var file = Path.Combine(_folder, "dokument.docx");
        File.WriteAllBytes(file, MadeWordFile.OfText(text));
        return file;
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(args, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
