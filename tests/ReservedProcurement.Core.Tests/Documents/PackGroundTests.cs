using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Documents;

/// <summary>That each document says of a ground what the law says of that ground, and of the lots it holds for.</summary>
public sealed class PackGroundTests
{
    private const ReservationBasis Supplier = ReservationBasis.SocialIntegrationSupplier;
    private const ReservationBasis Programme = ReservationBasis.ShelteredEmploymentProgramme;

    [TestCase(Regime.Annex2, true, "19 kap. 22 § och 12 kap. 15–16 §§")]
    [TestCase(Regime.AboveThreshold, true, "12 kap. 14–16 §§")]
    [TestCase(Regime.Chapter19, false, "19 kap. 22 §")]
    public async Task Documentation_EachRegime_IsAnIndividualReportWhereTheLawAsksForOne(Regime regime, bool individual, string paragraph)
    {
        var text = await TextAsync("dokumentation", regime, Supplier);

        Assert.That(text.Split('\n').Count(line => line == "Individuell rapport"), Is.EqualTo(individual ? 1 : 0));
        Assert.That(text, Does.Contain($"({paragraph} LOU)"));
    }

    [TestCase("det-har-koper-vi", "de senaste tre åren? Då kan ni inte få ett nytt.")]
    [TestCase("upphandlingsforeskrifter", "de senaste tre åren? Då kan ni inte få ett nytt.")]
    [TestCase("annonstext", "inte få ett nytt avtal för samma tjänst inom tre år.")]
    [TestCase("dokumentation", "inte ett nytt avtal för samma tjänst inom tre år.")]
    public async Task PublicServiceMission_TheDocument_SaysThatNobodyGetsTwoContractsInThreeYears(string template, string sentence)
    {
        Assert.That(await TextAsync(template, Regime.Annex2, ReservationBasis.PublicServiceMission), Does.Contain(sentence));
        Assert.That(await TextAsync(template, Regime.Annex2, ReservationBasis.NonProfitOrganisation), Does.Not.Contain(sentence));
    }

    [Test]
    public async Task Contract_BothGroundsOf418_LimitsEachConditionToItsLots()
    {
        var text = await TextAsync("avtalsutkast", Regime.Annex2, Supplier, Supplier, Programme);

        Assert.That(text, Does.Contain("Syftet. Gäller delkontrakt 1 och 2. Leverantörens främsta syfte"));
        Assert.That(text, Does.Contain("Programmet. Gäller delkontrakt 3. Leverantören ska utföra uppdraget inom ett program"));
        Assert.That(text, Does.Contain("För delkontrakt 1 och 2 räknar leverantören på sitt organisationsnummer. För delkontrakt 3 räknas andelen i programmet."));
        Assert.That(text, Does.Contain("Vid varje årlig kontroll räknar leverantören på samma sätt."));
    }

    [TestCase(ReservationBasis.PublicServiceMission, "Leverantören ska ha till syfte att utföra ett offentligt uppdrag")]
    [TestCase(ReservationBasis.NonProfitOrganisation, "Leverantören ska vara en idéburen organisation.")]
    public async Task Contract_GroundOfChapter19_IsAConditionAndNoInvitation(ReservationBasis basis, string condition) =>
        Assert.That(await TextAsync("avtalsutkast", Regime.Annex2, basis), Does.Contain(condition).And.Not.Contain("lämna anbud"));

    [Test]
    public async Task Declaration_BothGroundsOf418_AsksForCountsOfEachByItself()
    {
        Assert.That(
            await TextAsync("forsakran-reservationsvillkor", Regime.Annex2, Supplier, Supplier, Programme),
            Does.Contain("För delkontrakt 1 och 2 räknar du på hela företaget. För delkontrakt 3 räknar du i programmet."));
        Assert.That(await TextAsync("forsakran-reservationsvillkor", Regime.Annex2, Supplier), Does.Not.Contain("Räkna inte ihop"));
    }

    [Test]
    public async Task Summary_SomeLotsReserved_NamesTheLotsOfTheShareBeforeTheOpenOnes()
    {
        var text = await TextAsync("det-har-koper-vi", Regime.Annex2, Supplier, ReservationBasis.None, Programme);

        var share = text.IndexOf("För delkontrakt 1 och 3 ska du också klara andelskravet.", StringComparison.Ordinal);
        Assert.That(share, Is.Positive);
        Assert.That(share, Is.LessThan(text.IndexOf("Gäller delkontrakt 2. Alla leverantörer får lämna anbud.", StringComparison.Ordinal)));
    }

    [TestCase(Programme, "procent av dem som sysselsätts i programmet ska höra till målgruppen. Det är personer med funktionsnedsättning")]
    [TestCase(Supplier, "procent av dem som sysselsätts hos dig ska höra till de grupperna")]
    public async Task Summary_TheShare_SaysWhoAndWhere(ReservationBasis basis, string sentence) =>
        Assert.That(await TextAsync("det-har-koper-vi", Regime.Annex2, basis), Does.Contain(sentence));

    [TestCase(Regime.AboveThreshold, true)]
    [TestCase(Regime.Annex2, false)]
    public async Task Instructions_AboveTheThreshold_SpeakOfExclusionAndOfTheSuppliersOwnDeclaration(Regime regime, bool named)
    {
        foreach (var template in new[] { "upphandlingsforeskrifter", "upphandlingsdokument-forenklat" })
        {
            var text = await TextAsync(template, regime, Supplier);
            Assert.That(text.Contains("13 kap. LOU", StringComparison.Ordinal) && text.Contains("15 kap. 1 § LOU", StringComparison.Ordinal), Is.EqualTo(named), template);
        }
    }

    private static async Task<string> TextAsync(string template, Regime regime, params ReservationBasis[] bases)
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddReadyProcurementAsync(authority, regime, bases[0], lots: bases.Length);
        for (var index = 1; index < bases.Length; index++)
        {
            var saved = (await installation.ReviewAsync(authority.ProcurementOfficer, procurement)).Procurement;
            if (saved.Lots[index].ReservationBasis != bases[index])
            {
                var reservation = new ReserveLot(saved.Lots[index].Id, saved.Version, bases[index], bases[index] == ReservationBasis.None ? null : "Fler ska få en väg till arbete.");
                (await installation.Get<ReserveLotHandler>().HandleAsync(authority.ProcurementOfficer, reservation, CancellationToken.None)).Must();
            }
        }

        return (await PackContentTests.TextsAsync(installation, authority, procurement, template))[template];
    }
}
