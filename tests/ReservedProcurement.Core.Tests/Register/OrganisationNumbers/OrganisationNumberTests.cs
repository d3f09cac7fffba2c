using System.Globalization;
using CsCheck;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Tests.Register.OrganisationNumbers;

public sealed class OrganisationNumberTests
{
    private static readonly Gen<string> LegalPersonDigits = Gen.Select(Gen.Int[1, 99], Gen.Int[2, 9], Gen.Int[0, 999_999])
        .Select((start, third, rest) => WithCheckDigit($"{start:D2}{third}{rest:D6}"));

    private static readonly Gen<DateOnly> BirthDate = Gen.Int[0, 36_523].Select(days => new DateOnly(1901, 1, 1).AddDays(days));

    private static readonly Gen<string> PersonDigits = Gen.Select(BirthDate, Gen.Bool, Gen.Int[0, 999])
        .Select((date, coordination, serial) => WithCheckDigit(
            date.ToString("yyMM", CultureInfo.InvariantCulture) + (date.Day + (coordination ? 60 : 0)).ToString("D2", CultureInfo.InvariantCulture) + serial.ToString("D3", CultureInfo.InvariantCulture)));

    private static readonly Gen<string> AnyDigits = Gen.OneOf(LegalPersonDigits, PersonDigits);

    [TestCase("212000-0142")]
    [TestCase("2120000142")]
    [TestCase(" 212000 - 0142 ")]
    [TestCase("212000\u20130142")]
    [TestCase("162120000142")]
    [TestCase("16212000-0142")]
    [TestCase("16 2120 00 0142")]
    public void TryParse_AcceptedForm_GivesTheSameNumber(string text)
    {
        Assert.That(OrganisationNumber.TryParse(text, out var number, out var error), Is.True);
        Assert.That(error, Is.EqualTo(OrganisationNumberError.None));
        Assert.That(number.ToString(), Is.EqualTo("212000-0142"));
        Assert.That(number.Digits, Is.EqualTo("2120000142"));
    }

    [TestCase(null, OrganisationNumberError.Empty)]
    [TestCase("  ", OrganisationNumberError.Empty)]
    [TestCase("212000-014", OrganisationNumberError.WrongLength)]
    [TestCase("212000-01421", OrganisationNumberError.WrongLength)]
    [TestCase("21200001421", OrganisationNumberError.WrongLength)]
    [TestCase("SE212000014201", OrganisationNumberError.WrongCharacters)]
    [TestCase("212000--0142", OrganisationNumberError.WrongCharacters)]
    [TestCase("21-20000142", OrganisationNumberError.WrongCharacters)]
    [TestCase("٢١٢٠٠٠-٠١٤٢", OrganisationNumberError.WrongCharacters)]
    [TestCase("212000-0143", OrganisationNumberError.WrongCheckDigit)]
    [TestCase("19212000-0142", OrganisationNumberError.WrongCentury)]
    [TestCase("17212000-0142", OrganisationNumberError.WrongCentury)]
    [TestCase("0000000000", OrganisationNumberError.NotADate)]
    public void TryParse_NoNumber_SaysWhy(string? text, OrganisationNumberError expected)
    {
        Assert.That(OrganisationNumber.TryParse(text, out _, out var error), Is.False);
        Assert.That(error, Is.EqualTo(expected));
    }

    [TestCase("010229", "19", false)]
    [TestCase("000229", "20", true)]
    [TestCase("000229", "19", false)]
    [TestCase("000229", "", true)]
    [TestCase("010229", "", false)]
    [TestCase("011301", "", false)]
    [TestCase("010100", "", false)]
    [TestCase("010160", "", false)]
    [TestCase("010161", "", true)]
    [TestCase("010191", "", true)]
    [TestCase("010192", "", false)]
    [TestCase("010431", "", false)]
    [TestCase("800101", "18", true)]
    [TestCase("800101", "16", false)]
    public void TryParse_SoleTrader_NeedsADateOfBirth(string birth, string century, bool accepted)
    {
        var text = century + WithCheckDigit(birth + "000");

        Assert.That(OrganisationNumber.TryParse(text, out var number, out var error), Is.EqualTo(accepted));
        if (accepted)
        {
            Assert.That(number.IsPersonalData, Is.True);
            Assert.That(number.LegalFormGroup, Is.EqualTo(LegalFormGroup.SoleTrader));
        }
        else
        {
            Assert.That(error, Is.EqualTo(century == "16" ? OrganisationNumberError.WrongCentury : OrganisationNumberError.NotADate));
        }
    }

    [TestCase("012000001", LegalFormGroup.Unknown)]
    [TestCase("102000001", LegalFormGroup.EstateOfDeceased)]
    [TestCase("212000001", LegalFormGroup.PublicBody)]
    [TestCase("302000001", LegalFormGroup.ForeignCompany)]
    [TestCase("412000001", LegalFormGroup.Unknown)]
    [TestCase("556000001", LegalFormGroup.LimitedCompany)]
    [TestCase("662000001", LegalFormGroup.SimplePartnership)]
    [TestCase("769000001", LegalFormGroup.EconomicAssociation)]
    [TestCase("802000001", LegalFormGroup.NonProfitAssociationOrFoundation)]
    [TestCase("969000001", LegalFormGroup.TradingPartnership)]
    public void LegalFormGroup_LegalPerson_FollowsTheFirstDigit(string nine, LegalFormGroup group)
    {
        var number = OrganisationNumber.Parse(WithCheckDigit(nine));

        Assert.That(number.LegalFormGroup, Is.EqualTo(group));
        Assert.That(number.IsPersonalData, Is.False);
    }

    [Test]
    public void Parse_AnyNumberInAnyForm_RoundTrips() => AnyDigits.Sample(digits =>
    {
        var number = OrganisationNumber.Parse(digits);
        return number.Digits == digits
            && OrganisationNumber.Parse(number.ToString()) == number
            && number.ToString().Length == 11
            && number.IsPersonalData == (digits[2] < '2')
            && (number.IsPersonalData || OrganisationNumber.Parse("16" + digits) == number);
    });

    [Test]
    public void TryParse_AnyOneDigitWrong_IsAlwaysCaught() =>
        Gen.Select(AnyDigits, Gen.Int[0, 9], Gen.Int[1, 9]).Sample((digits, position, shift) =>
        {
            var wrong = digits.ToCharArray();
            wrong[position] = (char)('0' + ((wrong[position] - '0' + shift) % 10));
            return !OrganisationNumber.TryParse(new string(wrong), out _, out var error) && error == OrganisationNumberError.WrongCheckDigit;
        });

    [Test]
    public void TryParse_AnyText_NeverThrows() =>
        Gen.String[Gen.Char["0123456789-+ \u2013aå"], 0, 16].Sample(text => OrganisationNumber.TryParse(text, out _, out var error) == (error == OrganisationNumberError.None));

    [Test]
    public void Parse_WrongText_DoesNotRepeatIt()
    {
        Assert.That(() => OrganisationNumber.Parse("800101-0000"), Throws.TypeOf<FormatException>().With.Message.Not.Contain("800101"));
    }

    private static string WithCheckDigit(string nine) =>
        Enumerable.Range(0, 10).Select(digit => $"{nine}{digit}").Single(candidate => candidate
            .Select((character, index) => (character - '0') * (index % 2 == 0 ? 2 : 1))
            .Sum(product => product > 9 ? product - 9 : product) % 10 == 0);
}
