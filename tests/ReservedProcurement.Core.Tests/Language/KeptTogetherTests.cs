using ReservedProcurement.Core.Language;

namespace ReservedProcurement.Core.Tests.Language;

public sealed class KeptTogetherTests
{
    [TestCase("enligt 19 kap. 9 § 2 och 19 kap. 2 §.", "enligt 19~kap.~9~§~2 och 19~kap.~2~§.")]
    [TestCase("19 a kap. 8 § LOU", "19~a~kap.~8~§ LOU")]
    [TestCase("19 kap. 25 och 25 a §§ LOU", "19~kap.~25 och 25~a~§§ LOU")]
    [TestCase("12 kap. 15–16 §§", "12~kap.~15–16~§§")]
    [TestCase("om 3 a och b", "om 3 a och b")]
    public void Unbroken_References_KeepTogether(string text, string expected) =>
        Assert.That(LawText.Unbroken(text)!.Replace('\u00A0', '~'), Is.EqualTo(expected));

    [TestCase(1, "en månad")]
    [TestCase(12, "ett år")]
    [TestCase(36, "tre år")]
    [TestCase(18, "18 månader")]
    [TestCase(240, "240 månader")]
    public void Months_AsPeopleSayThem(int months, string expected) =>
        Assert.That(SwedishTime.Months(months).Replace('\u00A0', ' '), Is.EqualTo(expected));
}
