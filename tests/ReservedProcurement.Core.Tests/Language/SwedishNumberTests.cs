using CsCheck;
using ReservedProcurement.Core.Language;

namespace ReservedProcurement.Core.Tests.Language;

public sealed class SwedishNumberTests
{
    [TestCase("450000", 45_000_000)]
    [TestCase("450 000 kr", 45_000_000)]
    [TestCase("1\u00A0234\u00A0567", 123_456_700)]
    [TestCase("99,50", 9_950)]
    [TestCase("99.5 SEK", 9_950)]
    [TestCase("−10:-", -1_000)]
    [TestCase(",50", 50)]
    public void TryParseKronor_AsPeopleWrite_IsRead(string text, long ore)
    {
        Assert.That(SwedishNumber.TryParseKronor(text, out var read), Is.True);
        Assert.That(read, Is.EqualTo(ore));
    }

    [TestCase("")]
    [TestCase("kr")]
    [TestCase("mycket")]
    [TestCase("1.500")]
    [TestCase("1,2,3")]
    [TestCase("12,")]
    [TestCase("1e5")]
    [TestCase("99999999999999999999999999")]
    [TestCase("999999999999999999999999999999999999")]
    public void TryParseKronor_NotAnAmount_IsRefused(string text) =>
        Assert.That(SwedishNumber.TryParseKronor(text, out _), Is.False);

    [TestCase(123_456_700, "1\u00A0234\u00A0567\u00A0kr")]
    [TestCase(9_950, "99,50\u00A0kr")]
    [TestCase(-5, "-0,05\u00A0kr")]
    [TestCase(-123_456, "-1\u00A0234,56\u00A0kr")]
    [TestCase(0, "0\u00A0kr")]
    public void Kronor_Ore_IsWrittenInSwedish(long ore, string text) => Assert.That(SwedishNumber.Kronor(ore), Is.EqualTo(text));

    [TestCase(1, "1\u00A0kB")]
    [TestCase(350 * 1024, "350\u00A0kB")]
    [TestCase((1024 * 1024) - 1024, "1\u00A0023\u00A0kB")]
    [TestCase((1024 * 1024) - 1023, "1\u00A0MB")]
    [TestCase(10 * 1024 * 1024, "10\u00A0MB")]
    [TestCase((10 * 1024 * 1024) + 1, "10,1\u00A0MB")]
    public void Size_Bytes_IsWrittenInSwedish(long bytes, string text) => Assert.That(SwedishNumber.Size(bytes), Is.EqualTo(text));

    [Test]
    public void Kronor_AnyAmount_ReadsBackAsItself() =>
        Gen.Long[-1_000_000_000_000_000, 1_000_000_000_000_000].Sample(ore => SwedishNumber.TryParseKronor(SwedishNumber.Kronor(ore), out var read) && read == ore);

    [Test]
    public void Whole_AnyNumber_ReadsBackAsItself() =>
        Gen.Long.Sample(number => SwedishNumber.TryParseWhole(SwedishNumber.Whole(number), out var read) && read == number);
}
