using CsCheck;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.WordTemplates.Tests;

public sealed class PictureEndTests
{
    /// <summary>Head, a segment that holds a thumbnail's own end mark, frame, scan with a stuffed byte and a restart mark, end.</summary>
    private static readonly byte[] Jpeg =
    [
        0xFF, 0xD8, 0xFF, 0xE1, 0x00, 0x06, 0xFF, 0xD8, 0xFF, 0xD9, 0xFF, 0xC0, 0x00, 0x0B, 0x08, 0x00, 0x64, 0x00, 0xC8, 0x01, 0x01, 0x11, 0x00,
        0xFF, 0xDA, 0x00, 0x08, 0x01, 0x01, 0x00, 0x00, 0x3F, 0x00, 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xD9,
    ];

    [Test]
    public void IsWhole_WholePictures_AlsoWithBytesAfterTheEnd()
    {
        Assert.That(ImageFacts.IsWhole(Pictures.Png(30, 10)), Is.True);
        Assert.That(ImageFacts.IsWhole([.. Pictures.Png(30, 10), 1, 2]), Is.True);
        Assert.That(ImageFacts.IsWhole(Jpeg), Is.True);
        Assert.That(ImageFacts.IsWhole([.. Jpeg, 0, 0]), Is.True);
    }

    [Test]
    public void IsWhole_CutAnywhere_IsFalse()
    {
        var png = Pictures.Png(30, 10);

        Gen.Int[0, png.Length - 1].Sample(length => !ImageFacts.IsWhole(png.AsSpan(0, length)));
        Assert.That(Enumerable.Range(0, Jpeg.Length).Where(length => ImageFacts.IsWhole(Jpeg.AsSpan(0, length))), Is.Empty);
    }

    [Test]
    public void IsWhole_PngWithAnyByteOfItsDataChanged_IsFalse()
    {
        var png = Pictures.Png(30, 10);
        Gen.Int[8, png.Length - 1].Sample(place =>
        {
            var changed = png.ToArray();
            changed[place] ^= 0x10;
            return !ImageFacts.IsWhole(changed);
        });
    }

    [Test]
    public void IsWhole_AnyBytes_NeverThrows() => Gen.Byte.Array[0, 300].Sample(bytes =>
    {
        ImageFacts.IsWhole([0xFF, 0xD8, .. bytes]);
        ImageFacts.IsWhole([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. bytes]);
    });
}
