using CsCheck;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Tests.Register.OrganisationNumbers;

public sealed class PersonalNumbersTests
{
    [TestCase("8001010001")]
    [TestCase("800101-0001")]
    [TestCase("800101+0001")]
    [TestCase("800101 0001")]
    [TestCase("800101 - 0001")]
    [TestCase("198001010001")]
    [TestCase("19800101-0001")]
    [TestCase("Ring Testa (800101-0001).")]
    public void OccurIn_PersonalNumber_IsFound(string text) => Assert.That(PersonalNumbers.OccurIn(text), Is.True);

    [TestCase(null)]
    [TestCase("")]
    [TestCase("799999-0018", Description = "an organisation number")]
    [TestCase("800101-0002", Description = "wrong check digit")]
    [TestCase("801301-0007", Description = "no thirteenth month")]
    [TestCase("28001010001", Description = "eleven digits")]
    [TestCase("90910000-9")]
    [TestCase("070-123 45 67")]
    [TestCase("2026-11-23 20:53")]
    public void OccurIn_OtherText_IsNotFound(string? text) => Assert.That(PersonalNumbers.OccurIn(text), Is.False);

    [Test]
    public void OccurIn_AnyDateWithTheRightCheckDigit_IsFoundWhereverItStands() =>
        Gen.Select(Gen.Int[0, 36_524], Gen.Int[0, 999], Gen.Bool, Gen.String[Gen.Char["abc åäö.,()"], 0, 10])
            .Sample((day, serial, coordination, around) =>
            {
                var date = new DateOnly(1910, 1, 1).AddDays(day);
                var nine = $"{date:yyMM}{date.Day + (coordination ? 60 : 0):00}{serial:000}";
                return PersonalNumbers.OccurIn($"{around}{nine[..6]}-{nine[6..]}{CheckDigit(nine)}{around}");
            });

    [Test]
    public void OccurIn_WrongCheckDigit_IsNeverFound() =>
        Gen.Select(Gen.Int[0, 36_524], Gen.Int[0, 999], Gen.Int[1, 9])
            .Sample((day, serial, off) =>
            {
                var nine = $"{new DateOnly(1910, 1, 1).AddDays(day):yyMMdd}{serial:000}";
                return !PersonalNumbers.OccurIn($"{nine}{(CheckDigit(nine) + off) % 10}");
            });

    private static int CheckDigit(string nine)
    {
        var sum = nine.Select((digit, index) => (digit - '0') * (index % 2 == 0 ? 2 : 1)).Sum(product => product > 9 ? product - 9 : product);
        return (10 - (sum % 10)) % 10;
    }
}
