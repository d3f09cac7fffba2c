using CsCheck;
using ReservedProcurement.WordTemplates.Packaging;

namespace ReservedProcurement.WordTemplates.Tests;

public sealed class ChecksumTests
{
    [Test]
    public void Checksum_OfTheStandardText_IsTheStandardValue() =>
        Assert.That(Crc32.Of("123456789"u8), Is.EqualTo(0xCBF43926));

    [Test]
    public void Checksum_OfAnyBytesInAnyPieces_IsTheOneByTables() =>
        Gen.Select(Gen.Byte.Array[0, 700], Gen.Double.Unit).Sample((bytes, where) =>
        {
            var cut = (int)(where * bytes.Length);
            return Crc32.Append(Crc32.Of(bytes.AsSpan(0, cut)), bytes.AsSpan(cut)) == ~Crc32.ByTables(~0u, bytes);
        });
}
