using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Law;
using ReservedProcurement.TestKit;
using static ReservedProcurement.Core.Tests.Procurements.LotSteps;

namespace ReservedProcurement.Core.Tests.Procurements;

public sealed class DecideRegimeTests
{
    [Test]
    public async Task DecideRegime_UnlikeTheProposal_NeedsAReasonThatIsKept()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var lot = await installation.AddLotAsync(authority.ProcurementOfficer, await installation.AddProcurementAsync(authority));

        var without = await DecideAsync(installation, authority.ProcurementOfficer, lot.Procurement(), Regime.Annex2, " ");
        (await DecideAsync(installation, authority.ProcurementOfficer, lot.Procurement(), Regime.Annex2, "Vi vill annonsera.")).Must();

        var procurement = (await installation.ReviewAsync(authority.Reader, lot.ProcurementId)).Procurement;
        Assert.That(without.FieldCodes(), Is.EqualTo(new[] { "RegimeReason:procurements.regime-reason-required" }));
        Assert.That(procurement, Has.Property("Regime").EqualTo(Regime.Annex2).And.Property("RegimeReason").EqualTo("Vi vill annonsera.").And.Property("RegimeProposed").EqualTo(Regime.Chapter19a));
    }

    [Test]
    public async Task DecideRegime_WhereNothingCanBeProposed_NeedsAReasonAndTellsWhy()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var lot = await installation.AddLotAsync(authority.ProcurementOfficer, await installation.AddProcurementAsync(authority), content => content with { EstimatedValueOre = null });

        var without = await DecideAsync(installation, authority.ProcurementOfficer, lot.Procurement(), Regime.Annex2, null);
        var with = await DecideAsync(installation, authority.ProcurementOfficer, lot.Procurement(), Regime.Annex2, "Arbetsträning är en tjänst enligt bilaga 2.");

        Assert.That(without.FieldCodes(), Is.EqualTo(new[] { "RegimeReason:procurements.regime-reason-required-without-proposal" }));
        Assert.That(Texts.Sentence(without.Problem!.Fields[0]), Does.EndWith("CPV-kod eller uppskattat värde saknas för delkontrakt 1, så det går inte att föreslå vilka regler som gäller."));
        Assert.That(with.Succeeded, Is.True);
    }

    [Test]
    public async Task DecideRegime_AsProposed_NeedsNoReasonLaterWhenAValueIsMissing()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var lot = await installation.AddLotAsync(authority.ProcurementOfficer, await installation.AddProcurementAsync(authority));
        var decided = (await DecideAsync(installation, authority.ProcurementOfficer, lot.Procurement(), Regime.Chapter19a, null)).Must();

        await installation.AddLotAsync(authority.ProcurementOfficer, decided, content => content with { EstimatedValueOre = null });

        var missing = (await installation.ReviewAsync(authority.Reader, lot.ProcurementId)).Missing;
        Assert.That(missing.Select(item => item.Code), Does.Not.Contain(LawSentences.MissingRegimeReason));
    }

    [Test]
    public async Task CompleteProcurement_WithReservedLotAndRegime_IsReadyForDocuments()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddProcurementAsync(authority, _ => TestProcurements.CompleteProcurement(authority));
        var reserved = await installation.ReserveAsync(authority.ProcurementOfficer, await installation.AddLotAsync(authority.ProcurementOfficer, procurement));
        (await DecideAsync(installation, authority.ProcurementOfficer, reserved.Procurement(), Regime.Annex2, null)).Must();

        var review = await installation.ReviewAsync(authority.Reader, procurement.Id);

        Assert.That(review.Missing, Is.Empty);
        Assert.That(review.IsReadyForDocuments, Is.True);
    }
}
