using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.TestKit;
using static ReservedProcurement.Core.Tests.Procurements.LotSteps;

namespace ReservedProcurement.Core.Tests.Procurements;

public sealed class ReserveLotTests
{
    [Test]
    public async Task ReserveLot_WithJustification_CarriesTheLegalSentenceOfItsRegime()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var lot = await installation.AddLotAsync(authority.ProcurementOfficer, await installation.AddProcurementAsync(authority));

        var reserved = await installation.ReserveAsync(authority.ProcurementOfficer, lot);
        var decided = (await DecideAsync(installation, authority.ProcurementOfficer, reserved.Procurement(), Regime.Annex2, null)).Must();

        var review = await installation.ReviewAsync(authority.Reader, lot.ProcurementId);
        Assert.That(decided.Version, Is.EqualTo(4));
        Assert.That(review.LegalBases[1].ValueText, Does.Contain("bilaga 2").And.Contain("4 kap. 18 §"));
        Assert.That(review.Procurement.Lots[0].Justification, Is.EqualTo("Fler ska kunna få en väg till arbete."));
    }

    [Test]
    public async Task ReserveLot_BackToNone_OpensTheLotAndForgetsTheJustification()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var reserved = await installation.ReserveAsync(authority.ProcurementOfficer, await installation.AddLotAsync(authority.ProcurementOfficer, await installation.AddProcurementAsync(authority)));

        (await ReserveAsync(installation, authority.ProcurementOfficer, reserved, ReservationBasis.None, "blir kvar?")).Must();

        var lot = (await installation.ReviewAsync(authority.Reader, reserved.ProcurementId)).Procurement.Lots.Single();
        Assert.That(lot, Has.Property("ReservationBasis").EqualTo(ReservationBasis.None).And.Property("Justification").Null);
    }

    [Test]
    public async Task ReserveLot_WithoutJustification_IsRefusedAtItsField()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var lot = await installation.AddLotAsync(authority.ProcurementOfficer, await installation.AddProcurementAsync(authority));

        var result = await ReserveAsync(installation, authority.ProcurementOfficer, lot, ReservationBasis.SocialIntegrationSupplier, " ");

        Assert.That(result.FieldCodes(), Is.EqualTo(new[] { "Justification:procurements.justification-required" }));
    }

    [Test]
    public async Task ReserveAllLots_OneMayNotBeReserved_ReservesNone()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var one = await installation.AddLotAsync(authority.ProcurementOfficer, await installation.AddProcurementAsync(authority));
        var two = await installation.AddLotAsync(authority.ProcurementOfficer, one.Procurement(), lot => lot with { MainCpv = "77314000-4" });

        var refused = await ReserveAllAsync(installation, authority.ProcurementOfficer, two.Procurement(), ReservationBasis.NonProfitOrganisation);
        var allowed = await ReserveAllAsync(installation, authority.ProcurementOfficer, two.Procurement(), ReservationBasis.SocialIntegrationSupplier);

        Assert.That(refused.Problem?.Arguments[0], Is.EqualTo(2), "the lot that stands in the way");
        Assert.That(allowed.Succeeded, Is.True);
        Assert.That((await installation.ReviewAsync(authority.Reader, one.ProcurementId)).Procurement.Lots, Has.All.Property("ReservationBasis").EqualTo(ReservationBasis.SocialIntegrationSupplier));
    }

    [Test]
    public async Task ReserveAllLots_NoLots_IsRefused()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();

        var result = await ReserveAllAsync(installation, authority.ProcurementOfficer, await installation.AddProcurementAsync(authority), ReservationBasis.SocialIntegrationSupplier);

        Assert.That(result.Problem?.Code, Is.EqualTo(ProcurementProblems.NoLots));
    }
}
