using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using ReservedProcurement.WordTemplates.Tests.Building;
using static ReservedProcurement.WordTemplates.Tests.Building.Docx;

namespace ReservedProcurement.WordTemplates.Tests;

/// <summary>
/// Parts of real documents, changed at random: each is compiled and filled, and read as a form. <c>RP_FUZZ_SECONDS</c> makes the campaign longer;
/// how many were tried is written out.
/// </summary>
public sealed class FuzzCampaignTests
{
    private const int Seed = 20270219;
    private static readonly string[] Inserted =
    [
        "{{#delar}}", "{{/delar}}", "{{text}}", "{{bild}}", "svar:", "<w:p>", "</w:p>", "<w:sdt>", "<w:numId w:val=\"1\"/>", "<w:fldChar w:fldCharType=\"end\"/>", "&#0;", "\"", "<", "w14:", "2147483648", "-1",
    ];

    [Test]
    public void ChangedDocuments_GiveOnlyTheTemplatesOwnException()
    {
        var seconds = int.TryParse(Environment.GetEnvironmentVariable("RP_FUZZ_SECONDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 4;
        var documents = ((byte[][])[Fixture.Read("libreoffice-inbjudan.docx"), Fixture.Read("libreoffice-delkontrakt.docx"), Form(), .. PackTemplates.Names().Select(PackTemplates.Read)]).Select(Parts).ToArray();
        var random = new Random(Seed);
        var model = TemplateModel.Create(group => group.Add("text", RichText.Parse("a **b**\n\n1. c")).AddImage("bild", Images.Png(2, 2), "b").AddImage("kommun.vapen", Images.Gif(2, 2), "v")
            .AddList("delar", ["N", "S"], (lot, name) => lot.Add("namn", name).Add("text", RichText.Parse("- x"))));
        var (tried, filled, read, watch) = (0, 0, 0, Stopwatch.StartNew());
        while (tried < 100 || watch.Elapsed < TimeSpan.FromSeconds(seconds))
        {
            tried++;
            var file = Change(documents[random.Next(documents.Length)], random);
            var before = watch.Elapsed;
            try
            {
                if (WordTemplate.TryCompile(file, out _) is { } template)
                {
                    filled++;
                    using var output = new MemoryStream();
                    template.Fill(model, output, new FillOptions { Missing = (MissingValuePolicy)random.Next(1, 3) });
                    Assert.That(FormReader.TryRead(output.ToArray(), out _), Is.Not.Null);
                }

                read += FormReader.TryRead(file, out _) is null ? 0 : 1;
                ReadWith(file, documents[2]);
            }
            catch (Exception exception) when (exception is not AssertionException)
            {
                Assert.Fail($"Input {tried}: {exception}");
            }

            Assert.That(watch.Elapsed - before, Is.LessThan(TimeSpan.FromSeconds(20)), $"input {tried}");
        }

        TestContext.Out.WriteLine($"{tried} inputs, {filled} filled, {read} read.");
        Assert.That(Math.Min(filled, read), Is.GreaterThan(5));
    }

    private static void ReadWith(byte[] file, List<(string Name, byte[] Content)> blank)
    {
        try
        {
            FormReader.Read(file, Zip(blank));
        }
        catch (WordTemplateException exception)
        {
            Assert.That(exception.Faults, Is.Not.Empty);
        }
    }

    private static byte[] Change(List<(string Name, byte[] Content)> parts, Random random)
    {
        var which = random.Next(3) == 0 ? random.Next(parts.Count) : parts.FindIndex(part => part.Name == "word/document.xml");
        var content = parts[which].Content;
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(content.Length + 1);
            var end = Math.Min(content.Length, at + random.Next(80));
            content = random.Next(5) switch
            {
                0 => [.. content[..at], .. content[end..]],
                1 => [.. content[..end], .. content[at..]],
                2 when at < content.Length => [.. content[..at], (byte)random.Next(256), .. content[(at + 1)..]],
                3 => RemoveElement(content, random),
                _ => [.. content[..at], .. System.Text.Encoding.UTF8.GetBytes(Inserted[random.Next(Inserted.Length)]), .. content[at..]],
            };
        }

        return Zip([.. parts.Select((part, index) => index == which ? (part.Name, content) : part)]);
    }

    /// <summary>Takes an empty element or a pair of tags away, which most often leaves the markup readable.</summary>
    private static byte[] RemoveElement(byte[] content, Random random)
    {
        var text = System.Text.Encoding.UTF8.GetString(content);
        var start = text.IndexOf('<', random.Next(text.Length));
        var end = start < 0 ? -1 : text.IndexOf("/>", start, StringComparison.Ordinal);
        return end < 0 ? content : System.Text.Encoding.UTF8.GetBytes(text.Remove(start, end + 2 - start));
    }

    private static byte[] Form() => Body(
            P("{{#delar}}") + $"<w:p>{R("{{namn}} Pris: ")}{Control("svar:pris", R("Ange"), "<w:showingPlcHdr/><w:text/>")}{Images.Drawing(1, "{{bild}}")}</w:p>" + P("{{text}}")
            + $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>{Control("svar:ja", R("☐"), "<w14:checkbox><w14:checked w14:val=\"0\"/></w14:checkbox>")}</w:p>" + P("{{/delar}}")
            + $"<w:p>{Control("svar:val", R("A"), "<w:dropDownList><w:listItem w:displayText=\"A\" w:value=\"a\"/></w:dropDownList>")}{Control("", R("2027-02-19"), "<w:date/>")}</w:p>"
            + Control("svar:rader", "<w:sdt><w:sdtPr><w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>" + P("x") + "</w:sdtContent></w:sdt>", "<w15:repeatingSection/>")
            + "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:name w:val=\"svar_a\"/><w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"a\"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>")
        .Related("numbering", "numbering.xml", $"<w:numbering {Namespaces}><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>")
        .Part("word/media/bild.png", Images.Png(1, 1)).Relationship("rIdBild", "image", "media/bild.png").ToBytes();

    private static List<(string Name, byte[] Content)> Parts(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return [.. zip.Entries.Select(entry =>
        {
            using var stream = entry.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return (entry.FullName, content.ToArray());
        })];
    }

    private static byte[] Zip(List<(string Name, byte[] Content)> parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return file.ToArray();
    }
}
