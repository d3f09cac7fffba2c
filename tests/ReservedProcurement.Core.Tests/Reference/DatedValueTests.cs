using System.Reflection;
using System.Text.RegularExpressions;
using ReservedProcurement.Core.Reference;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Reference;

public sealed partial class DatedValueTests
{
    private static readonly DateOnly InForce = new(2026, 11, 23);

    private DatedValueSet _values = null!;

    [OneTimeSetUp]
    public async Task Load()
    {
        await using var installation = await TestInstallation.CreateAsync();
        _values = await installation.Database.ReadAsync(DatedValues.LoadAsync, CancellationToken.None);
    }

    [TestCase(DatedCodes.ThresholdSubCentral, 2_451_816)]
    [TestCase(DatedCodes.ThresholdCentral, 1_589_140)]
    [TestCase(DatedCodes.ThresholdWorks, 61_340_804)]
    [TestCase(DatedCodes.ThresholdAnnex2, 8_513_250)]
    [TestCase(DatedCodes.DirectAwardLimit, 700_000)]
    [TestCase(DatedCodes.DirectAwardLimitAnnex2, 8_513_250)]
    [TestCase(DatedCodes.DirectAwardDocumentation, 100_000)]
    [TestCase(DatedCodes.DirectAwardAwardNotice, 700_000)]
    public void Amount_InForce_IsThatOfTheStatute(string code, long kronor) => Assert.That(_values.Amount(code, InForce), Is.EqualTo(kronor * 100));

    [TestCase(DatedCodes.StandstillElectronic, 10)]
    [TestCase(DatedCodes.StandstillOtherMeans, 15)]
    [TestCase(DatedCodes.StandstillVoluntaryNotice, 10)]
    [TestCase(DatedCodes.AnswerQuestions, 6)]
    [TestCase(DatedCodes.ReasonsOnRequest, 15)]
    [TestCase(DatedCodes.TenderPeriodOpen, 35)]
    [TestCase(DatedCodes.TenderPeriodOpenElectronic, 30)]
    [TestCase(DatedCodes.TenderPeriodOpenPriorNotice, 15)]
    [TestCase(DatedCodes.TenderPeriodOpenAccelerated, 15)]
    [TestCase(DatedCodes.DocumentationFinished, 30)]
    [TestCase(DatedCodes.AwardNotice, 30)]
    public void Days_InForce_AreThoseOfTheStatute(string code, int days) => Assert.That(_values.Days(code, InForce), Is.EqualTo(days));

    [TestCase("2023-12-31", null, null)]
    [TestCase("2024-01-01", 2_389_585, false)]
    [TestCase("2025-12-31", 2_389_585, false)]
    [TestCase("2026-01-01", 2_451_816, false)]
    [TestCase("2026-03-16", 2_451_816, false)]
    [TestCase("2026-03-17", 2_451_816, true)]
    [TestCase("2027-12-31", 2_451_816, true)]
    [TestCase("2028-01-01", null, null)]
    public void Amount_Date_ChoosesThePeriodAndNeverAnother(string date, long? kronor, bool? verified)
    {
        var day = DateOnly.ParseExact(date, "yyyy-MM-dd");

        Assert.That(_values.Amount(DatedCodes.ThresholdSubCentral, day), Is.EqualTo(kronor * 100));
        Assert.That(_values.Find(DatedCodes.ThresholdSubCentral, day)?.Verified, Is.EqualTo(verified));
    }

    [Test]
    public void IntegrationShare_InForce_Is30Percent() => Assert.That(_values.Percent(DatedCodes.IntegrationShare, InForce), Is.EqualTo(30));

    [Test]
    public void PublicServiceMission_InForce_LastsThreeYears() => Assert.That(_values.Months(DatedCodes.PublicServiceMissionTerm, InForce), Is.EqualTo(36));

    [TestCase(DatedCodes.Bases.IntegrationSupplier, DatedCodes.Regimes.AboveThreshold, "enligt 4 kap. 18 § första stycket 1", true)]
    [TestCase(DatedCodes.Bases.IntegrationSupplier, DatedCodes.Regimes.BelowThreshold, "Där gäller inte 4 kap. 18 § direkt", false)]
    [TestCase(DatedCodes.Bases.IntegrationSupplier, DatedCodes.Regimes.Annex2, "bilaga 2", false)]
    [TestCase(DatedCodes.Bases.ShelteredProgramme, DatedCodes.Regimes.AboveThreshold, "första stycket 2", true)]
    [TestCase(DatedCodes.Bases.ShelteredProgramme, DatedCodes.Regimes.BelowThreshold, "Där gäller inte 4 kap. 18 § direkt", false)]
    [TestCase(DatedCodes.Bases.ShelteredProgramme, DatedCodes.Regimes.Annex2, "bilaga 2", false)]
    [TestCase(DatedCodes.Bases.PublicServiceMission, DatedCodes.Regimes.Annex2, "19 kap. 25 §", true)]
    [TestCase(DatedCodes.Bases.NonProfitOrganisation, DatedCodes.Regimes.Annex2, "19 kap. 25 a §", true)]
    public void LegalBasis_InForce_NamesItsParagraphAndWhetherItIsCertain(string basis, string regime, string part, bool verified)
    {
        var code = DatedCodes.LegalBasis(basis, regime);

        Assert.That(_values.Text(code, InForce), Does.Contain(part));
        Assert.That(_values.Find(code, InForce)?.Verified, Is.EqualTo(verified));
    }

    [TestCase(DatedCodes.Bases.PublicServiceMission, DatedCodes.Regimes.AboveThreshold)]
    [TestCase(DatedCodes.Bases.NonProfitOrganisation, DatedCodes.Regimes.BelowThreshold)]
    [TestCase(DatedCodes.Bases.IntegrationSupplier, DatedCodes.Regimes.DirectAward)]
    public void LegalBasis_WhereTheLawGivesNone_IsNull(string basis, string regime) =>
        Assert.That(_values.Text(DatedCodes.LegalBasis(basis, regime), InForce), Is.Null);

    [TestCase(DatedCodes.Regimes.AboveThreshold)]
    [TestCase(DatedCodes.Regimes.BelowThreshold)]
    [TestCase(DatedCodes.Regimes.Annex2)]
    [TestCase(DatedCodes.Regimes.DirectAward)]
    public void Regime_InForce_IsExplainedInOneSentence(string regime) =>
        Assert.That(_values.Text(DatedCodes.Regime(regime), InForce), Does.EndWith("LOU).").And.Contains(" kap. "));

    [Test]
    public void DatedCodes_EveryCode_HasAValueInForce()
    {
        var codes = typeof(DatedCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).ToList();

        Assert.That(codes, Has.Count.GreaterThan(20));
        Assert.That(codes.Where(code => _values.Find(code, InForce) is null), Is.Empty);
    }

    [Test]
    public void Seed_PeriodsOfOneCode_NeitherOverlapNorLeaveGaps()
    {
        foreach (var values in _values.All.GroupBy(value => value.Code))
        {
            var periods = values.OrderBy(value => value.ValidFrom).ToList();
            foreach (var (earlier, later) in periods.Zip(periods.Skip(1)))
            {
                Assert.That(earlier.ValidTo?.AddDays(1), Is.EqualTo(later.ValidFrom), values.Key);
            }
        }
    }

    [Test]
    public void Seed_EveryValue_NamesItsParagraph() => Assert.That(_values.All.Select(value => value.Source), Has.All.Match(@"\d+ (a )?kap\. .*§"));

    [TestCase("0002_reference")]
    [TestCase("0006_pack_sentences")]
    [TestCase("0011_pack_corrections")]
    public void Seed_TwoEngines_InsertTheSameRows(string script)
    {
        var sqlite = Seed("sqlite", script);

        Assert.That(sqlite, Has.Length.GreaterThan(1000));
        Assert.That(UnicodePrefix().Replace(Seed("sqlserver", script), "'"), Is.EqualTo(sqlite));
    }

    [TestCase("0002_reference")]
    [TestCase("0006_pack_sentences")]
    [TestCase("0011_pack_corrections")]
    public void Seed_SqlServer_MarksEveryTextBeyondAsciiAsUnicode(string script) =>
        Assert.That(Literal().Matches(Seed("sqlserver", script)).Select(literal => literal.Value).Where(literal => !literal.All(char.IsAscii)), Has.All.StartsWith("N"));

    [Test]
    public void Find_AskedForAnotherKind_IsABug() =>
        Assert.That(() => _values.Days(DatedCodes.ThresholdAnnex2, InForce), Throws.InvalidOperationException);

    [Test]
    public void Find_UnknownCode_IsNull() => Assert.That(_values.Amount("no.such.code", InForce), Is.Null);

    [Test]
    public void Find_OverlappingPeriods_TheOneThatBeganLastApplies()
    {
        var set = new DatedValueSet([Value(1, "2026-01-01"), Value(2, "2026-06-01")]);

        Assert.That(set.Days("x", new DateOnly(2026, 5, 31)), Is.EqualTo(1));
        Assert.That(set.Days("x", new DateOnly(2026, 6, 1)), Is.EqualTo(2));

        static DatedValue Value(long days, string from) => new()
        {
            Code = "x",
            Kind = DatedValueKind.Days,
            ValueNumber = days,
            ValidFrom = DateOnly.ParseExact(from, "yyyy-MM-dd"),
            Source = "prov",
            Verified = true,
        };
    }

    private static string Seed(string engine, string name)
    {
        var script = Script(engine, name);
        return script[script.IndexOf("insert into", StringComparison.Ordinal)..];
    }

    private static string Script(string engine, string name)
    {
        using var stream = typeof(DatedValues).Assembly.GetManifestResourceStream($"db/{engine}/{name}.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\bN'")]
    private static partial Regex UnicodePrefix();

    [GeneratedRegex("N?'[^']*'")]
    private static partial Regex Literal();
}
