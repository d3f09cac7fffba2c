using System.Xml.Linq;
using CsCheck;
using ReservedProcurement.WordTemplates.Tests.Building;
using static ReservedProcurement.WordTemplates.Tests.Building.Docx;

namespace ReservedProcurement.WordTemplates.Tests;

public sealed class ImageTurnTests
{
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace Wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

    [TestCase(1, 0, "0", 1_000_000, 500_000)]
    [TestCase(2, 0, "1", 1_000_000, 500_000)]
    [TestCase(3, 10_800_000, "0", 1_000_000, 500_000)]
    [TestCase(4, 10_800_000, "1", 1_000_000, 500_000)]
    [TestCase(5, 16_200_000, "1", 1_000_000, 500_000)]
    [TestCase(6, 5_400_000, "0", 1_000_000, 500_000)]
    [TestCase(7, 5_400_000, "1", 1_000_000, 500_000)]
    [TestCase(8, 16_200_000, "0", 1_000_000, 500_000)]
    [TestCase(0, 0, "0", 1_000_000, 500_000)]
    [TestCase(9, 0, "0", 1_000_000, 500_000)]
    public void Photo_TakenWithTheCameraTurned_IsTurnedBack(byte orientation, int rotation, string mirror, int width, int height)
    {
        foreach (var isLittle in new[] { true, false })
        {
            var photo = Images.WithExif(Images.Jpeg(200, 100), Images.Orientation(orientation, isLittle));
            Assert.That(Shown(photo, frame: 1_000_000), Is.EqualTo((rotation, mirror, width, height)));
        }
    }

    [Test]
    public void Photo_OnItsSide_IsFittedIntoTheFrameAsItIsSeen()
    {
        var photo = Images.WithExif(Images.Jpeg(200, 100), Images.Orientation(6));
        Assert.That(Shown(photo, frame: 1_000_000, frameHeight: 400_000), Is.EqualTo((5_400_000, "0", 400_000, 200_000)));
    }

    [TestCase("5400000", 5_400_000)]
    [TestCase("300000", 5_700_000)]
    [TestCase("-300000", 5_100_000)]
    [TestCase("16500000", 5_700_000)]
    [TestCase("x", 5_400_000)]
    public void Frame_ThatLeans_KeepsItsLeanButNotTheTurnOfItsOwnPicture(string template, int expected)
    {
        var drawing = Images.Drawing(1, "{{foto}}", width: 1_000_000, height: 1_000_000).Replace("<a:xfrm>", $"<a:xfrm rot=\"{template}\" flipV=\"1\">", StringComparison.Ordinal);
        var filled = Fill(drawing, Images.WithExif(Images.Jpeg(200, 100), Images.Orientation(6)), isValid: template != "x");
        var transform = filled.Descendants(A + "xfrm").Single();
        Assert.That((transform.Attribute("rot")!.Value, transform.Attribute("flipV")), Is.EqualTo((expected.ToString(System.Globalization.CultureInfo.InvariantCulture), (XAttribute?)null)));
    }

    [TestCase(6, 0, 250_000)]
    [TestCase(1, 7, 9)]
    public void Photo_OnItsSide_IsGivenRoomForItsHeight(byte orientation, int sides, int above)
    {
        var drawing = Images.Drawing(1, "{{foto}}", width: 1_000_000, height: 1_000_000)
            .Replace("<wp:docPr", "<wp:effectExtent l=\"7\" t=\"9\" r=\"7\" b=\"9\"/><wp:docPr", StringComparison.Ordinal);
        foreach (var template in new[] { drawing, Images.Drawing(1, "{{foto}}", width: 1_000_000, height: 1_000_000) })
        {
            var room = Fill(template, Images.WithExif(Images.Jpeg(200, 100), Images.Orientation(orientation))).Descendants(Wp + "effectExtent").Single();
            var (expectedSides, expectedAbove) = orientation == 1 && template != drawing ? (0, 0) : (sides, above);
            Assert.That(new[] { "l", "t", "r", "b" }.Select(side => (int)room.Attribute(side)!), Is.EqualTo(new[] { expectedSides, expectedAbove, expectedSides, expectedAbove }));
        }
    }

    [Test]
    public void Note_ThatIsDamaged_SaysNothingAndNeverStopsTheFill() => Gen.Byte.Array[0, 60].Sample(noise =>
    {
        var good = Images.Orientation(6, isLittleEndian: noise.Length % 2 == 0);
        for (var index = 0; index < noise.Length && index < good.Length; index++)
        {
            good[^(index + 1)] ^= noise[index];
        }

        foreach (var exif in new[] { good, good[..(noise.Length % good.Length)], [.. "Exif\0\0"u8, .. noise] })
        {
            Assert.That(Shown(Images.WithExif(Images.Jpeg(200, 100), exif), frame: 1_000_000).Width, Is.EqualTo(1_000_000));
        }
    }, iter: 200);

    [Test]
    public void AnyBytes_AreAPictureOrNotButNeverAnError() => Gen.Select(Gen.Byte.Array[0, 80], Gen.Int[0, 4], Gen.Int[0, 60]).Sample((noise, kind, at) =>
    {
        byte[] sound = Images.WithExif(Images.Jpeg(200, 100), Images.Orientation(8, isLittleEndian: true));
        byte[] content = kind switch
        {
            0 => noise,
            1 => [0xFF, 0xD8, 0xFF, .. noise],
            2 => [0xFF, 0xD8, 0xFF, 0xE1, .. noise],
            3 => [.. sound[..Math.Min(at, sound.Length)], .. noise, .. sound[Math.Min(at, sound.Length)..]],
            _ => sound[..Math.Min(at, sound.Length)],
        };
        var image = TemplateValue.Image(content, "Foto").AsImage;
        if (image.Fault is not null)
        {
            return true;
        }

        var (width, height) = image.Within(1_000, 1_000);
        return width is > 0 and <= 1_000 && height is > 0 and <= 1_000;
    }, iter: 2_000);

    private static (int Rotation, string Mirror, int Width, int Height) Shown(byte[] photo, int frame, int? frameHeight = null)
    {
        var document = Fill(Images.Drawing(1, "{{foto}}", width: frame, height: frameHeight ?? frame), photo);
        var transform = document.Descendants(A + "xfrm").Single();
        var extent = transform.Element(A + "ext")!;
        return ((int)transform.Attribute("rot")!, transform.Attribute("flipH")!.Value, (int)extent.Attribute("cx")!, (int)extent.Attribute("cy")!);
    }

    private static XDocument Fill(string drawing, byte[] photo, bool isValid = true)
    {
        var template = WordTemplate.Compile(Template($"<w:p>{drawing}</w:p>").ToBytes());
        var model = TemplateModel.Create(group => group.AddImage("foto", photo, "Foto"));
        if (isValid)
        {
            return Filled.Of(template, model).Xml("word/document.xml");
        }

        using var output = new MemoryStream();
        template.Fill(model, output);
        using var zip = new System.IO.Compression.ZipArchive(output);
        using var part = zip.GetEntry("word/document.xml")!.Open();
        return XDocument.Load(part);
    }

    private static Docx Template(string body) => Body(body).Relationship("rIdBild", "image", "media/bild.png").Part("word/media/bild.png", Images.Png(2, 2));
}
