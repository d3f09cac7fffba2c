using System.Text;
using CsCheck;
using Microsoft.Extensions.Options;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.PlainLanguage;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.PlainLanguage;

public sealed class MeasureFileTests
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly MeasureFileHandler Measure = new(Options.Create(new PlainLanguageOptions()));

    /// <summary>What a supplier reads; the others are for the municipality itself.</summary>
    private static readonly string[] ReadBySuppliers = ["det-har-koper-vi", "upphandlingsforeskrifter", "kravspecifikation", "anbudsformular", "forsakran-reservationsvillkor", "upphandlingsdokument-forenklat", "avtalsutkast", "inbjudan"];

    private static IReadOnlyList<ShippedTemplate> Templates => ShippedTemplates.All;

    private static IEnumerable<TestCaseData> Unreadable()
    {
        yield return new TestCaseData(Array.Empty<byte>(), "inget Word-dokument").SetName("Empty");
        yield return new TestCaseData(Encoding.UTF8.GetBytes("inte ett dokument"), "inget Word-dokument").SetName("Text");
        yield return new TestCaseData(CompoundFile("WordDocument"), ".doc").SetName("Old Word file");
        yield return new TestCaseData(CompoundFile("EncryptedPackage"), "lösenord").SetName("Encrypted");
        yield return new TestCaseData(MadeWordFile.OfText("Hej.")[..200], "").SetName("Half of a file");
        yield return new TestCaseData(MadeWordFile.OfParts("<w:document", []), "").SetName("Broken XML");
        yield return new TestCaseData(MadeWordFile.OfParts("<x/>", [], "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), "inget Word-dokument").SetName("Spreadsheet");
        yield return new TestCaseData(MadeWordFile.OfParts($"""<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document xmlns:w="{Word}"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>""", []), "").SetName("Entities");
        yield return new TestCaseData(MadeWordFile.OfBody($"{Repeat("<w:sdt>", 600)}<w:p/>{Repeat("</w:sdt>", 600)}"), "").SetName("Deep");
        yield return new TestCaseData(MadeWordFile.OfBody($"<w:p><w:r><w:t>{new string(' ', 25 << 20)}</w:t></w:r></w:p>"), "för stor").SetName("Giant part in a small file");
        yield return new TestCaseData(new byte[MeasureFileHandler.LargestFile + 1], "för stor").SetName("Giant file");
    }

    [TestCaseSource(nameof(Unreadable))]
    public void Measure_FileThatCannotBeRead_SaysWhy(byte[] file, string why)
    {
        var problem = Measure.Handle(file).Problem;

        Assert.That(problem?.Fields.Single().Code, Is.EqualTo(PlainLanguageProblems.NotReadable));
        Assert.That(Texts.Sentence(problem!.Fields.Single()), Does.StartWith("Filen går inte att mäta. ").And.EndWith(".").And.Contain(why).And.Not.Contain("{"));
    }

    [Test]
    public void Measure_FileWithoutText_SaysSo() =>
        Assert.That(Measure.Handle(MadeWordFile.OfBody("<w:p/>")).Problem?.Fields.Single().Code, Is.EqualTo(PlainLanguageProblems.NoText));

    [Test]
    public void Measure_PropertiesNestedWithoutEnd_AreRefusedAtOnce()
    {
        var nested = $"<Words>{Repeat("<a>", 200_000)}{Repeat("</a>", 200_000)}</Words>";

        Assert.That(Measure.Handle(MadeWordFile.OfBody("<w:p><w:r><w:t>Vi köper mat.</w:t></w:r></w:p>", properties: nested)).Problem?.Fields.Single().Code, Is.EqualTo(PlainLanguageProblems.NotReadable));
    }

    [Test]
    public void Measure_MutatedTemplate_IsMeasuredOrRefused()
    {
        var original = File("det-har-koper-vi");
        Gen.Select(Gen.Int[0, original.Length - 1], Gen.Byte).List[1, 20].Sample(
            changes =>
            {
                var file = original.ToArray();
                changes.ForEach(change => file[change.Item1] = change.Item2);
                var result = Measure.Handle(file);
                Assert.That(result.Succeeded ? result.Value.Figures.Words : 1, Is.Positive);
            },
            iter: 300);
    }

    [TestCaseSource(nameof(Templates))]
    public void Measure_ShippedTemplate_IsEasyToRead(ShippedTemplate template)
    {
        var figures = Measure.Handle(File(template.Key)).Must().Figures;

        Assert.That(figures.Lix, Is.LessThan(40), template.Title);
        if (ReadBySuppliers.Contains(template.Key))
        {
            Assert.That(figures.LongSentences, Is.Zero, template.Title);
        }
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static byte[] CompoundFile(string stream) => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512], .. Encoding.Unicode.GetBytes(stream), .. new byte[512]];

    private static byte[] File(string template)
    {
        using var stream = typeof(ShippedTemplate).Assembly.GetManifestResourceStream($"templates/{template}.docx")!;
        using var file = new MemoryStream();
        stream.CopyTo(file);
        return file.ToArray();
    }
}
