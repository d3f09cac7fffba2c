using CsCheck;
using ReservedProcurement.Core.Reference;

namespace ReservedProcurement.Core.Tests.Reference;

public sealed class CpvCodeTests
{
    private static readonly Gen<CpvEntry> AnyEntry = Gen.Int[0, CpvCatalogue.Swedish.Entries.Count - 1].Select(index => CpvCatalogue.Swedish.Entries[index]);

    [TestCase("90910000-9")]
    [TestCase("90910000")]
    [TestCase("  90910000-9 ")]
    [TestCase("90910000 - 9")]
    [TestCase("90910000\u20139")]
    public void TryParse_AcceptedForm_GivesTheSameCode(string text)
    {
        Assert.That(CpvCode.TryParse(text, out var code), Is.True);
        Assert.That(code, Is.EqualTo(CpvCode.Parse("90910000")));
        Assert.That(code.Digits, Is.EqualTo("90910000"));
    }

    [TestCase(null, CpvInputError.Empty)]
    [TestCase("   ", CpvInputError.Empty)]
    [TestCase("9091000", CpvInputError.WrongFormat)]
    [TestCase("909100009", CpvInputError.WrongFormat)]
    [TestCase("90910000-", CpvInputError.WrongFormat)]
    [TestCase("90910000-99", CpvInputError.WrongFormat)]
    [TestCase("90910000-x", CpvInputError.WrongFormat)]
    [TestCase("9091 0000", CpvInputError.WrongFormat)]
    [TestCase("städning", CpvInputError.WrongFormat)]
    [TestCase("00910000", CpvInputError.WrongFormat)]
    [TestCase("+9091000", CpvInputError.WrongFormat)]
    [TestCase("٩٠٩١٠٠٠٠", CpvInputError.WrongFormat)]
    [TestCase("90910000-8", CpvInputError.WrongCheckDigit)]
    public void TryParse_NoCode_SaysWhy(string? text, CpvInputError expected)
    {
        Assert.That(CpvInput.TryParse(text, out _, out var error), Is.False);
        Assert.That(error, Is.EqualTo(expected));
        Assert.That(CpvCode.TryParse(text, out _), Is.False);
    }

    [Test]
    public void TryParse_EveryOtherDigitThanTheKnown_IsRefused()
    {
        var accepted = Enumerable.Range(0, 10).Where(digit => CpvInput.TryParse($"85312510-{digit}", out _, out _));

        Assert.That(accepted, Is.EqualTo(Enumerable.Repeat(7, 1)));
    }

    [Test]
    public void TryParse_CheckDigitThatCannotBeVerified_IsKeptAsTyped()
    {
        Assert.That(KnownCheckDigits.For(CpvCode.Parse("03111200")), Is.Null);

        Assert.That(CpvInput.TryParse(" 03111200 -4", out var input, out _), Is.True);
        Assert.That(input.ToString(), Is.EqualTo("03111200-4"));
        Assert.That(input.Code, Is.EqualTo(CpvCode.Parse("03111200")));
        Assert.That(input.Code.ToString(), Is.EqualTo("03111200"));
    }

    [Test]
    public void ToString_KnownCheckDigit_ShowsIt() => Assert.That(CpvCode.Parse("77314000").ToString(), Is.EqualTo("77314000-4"));

    [TestCase("03000000", CpvLevel.Division, 2, null)]
    [TestCase("30000000", CpvLevel.Division, 2, null)]
    [TestCase("85300000", CpvLevel.Group, 3, "85000000")]
    [TestCase("85310000", CpvLevel.Class, 4, "85300000")]
    [TestCase("85312000", CpvLevel.Category, 5, "85310000")]
    [TestCase("85312500", CpvLevel.Subcategory, 6, "85312000")]
    [TestCase("85312510", CpvLevel.Subcategory, 7, "85312500")]
    [TestCase("30192111", CpvLevel.Subcategory, 8, "30192110")]
    [TestCase("50100001", CpvLevel.Subcategory, 8, "50100000")]
    public void Code_Level_FollowsTheFillingZeros(string digits, CpvLevel level, int significant, string? parent)
    {
        var code = CpvCode.Parse(digits);

        Assert.That(code.Level, Is.EqualTo(level));
        Assert.That(code.SignificantDigits, Is.EqualTo(significant));
        Assert.That(code.Parent?.Digits, Is.EqualTo(parent));
        Assert.That(code.Division.Digits, Is.EqualTo(digits[..2] + "000000"));
    }

    [Test]
    public void IsAncestorOf_AnyTwoCodes_IsTheBeginningOfTheOther() =>
        Gen.Select(AnyEntry, AnyEntry).Sample((left, right) =>
        {
            var prefix = left.Code.Digits[..left.Code.SignificantDigits];
            var expected = left.Code != right.Code && right.Code.Digits.StartsWith(prefix, StringComparison.Ordinal);
            return left.Code.IsAncestorOf(right.Code) == expected;
        });

    [Test]
    public void IsAncestorOf_EveryParent_HoldsForItsChild() =>
        AnyEntry.Sample(entry => entry.Code.Parent is not { } parent || (parent.IsAncestorOf(entry.Code) && !entry.Code.IsAncestorOf(parent)));

    [Test]
    public void Parse_OwnText_GivesTheCodeBack() => AnyEntry.Sample(entry => CpvCode.Parse(entry.Code.ToString()) == entry.Code);

    [Test]
    public void TryParse_AnyText_NeverThrowsAndGivesEightDigits() =>
        Gen.String[Gen.Char["0123456789- \u20139åx"], 0, 14].Sample(text => !CpvInput.TryParse(text, out var input, out var error)
            ? error != CpvInputError.None
            : error == CpvInputError.None && input.Code.Digits.Length == 8 && CpvInput.TryParse(input.ToString(), out var again, out _) && again == input);
}
