using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Procurements;

public sealed class LotTests
{
    [Test]
    public async Task AddLot_AllFields_AreKept()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddProcurementAsync(authority);

        var saved = await installation.AddLotAsync(authority.ProcurementOfficer, procurement, lot => lot with
        {
            ExtraCpv = ["85312500-4", "98133000"],
            MunicipalityCode = "2580",
            Volume = "Tio platser",
            Options = "Ett års förlängning",
            Requirements =
            [
                new RequirementContent { Wording = "Handledare på plats", Purpose = "Trygghet", Proof = "Beskriv i anbudet" },
                new RequirementContent { RequirementKind = RequirementKind.Should, Wording = "Erfarenhet" },
            ],
        });

        var lot = (await installation.ReviewAsync(authority.Reader, procurement.Id)).Procurement.Lots.Single();
        Assert.That(saved, Is.EqualTo(new LotSaved(lot.Id, procurement.Id, 1, 2)));
        Assert.That(lot.Cpv.Select(cpv => cpv.ToString()), Is.EqualTo(new[] { "85312510-7", "85312500-4", "98133000-4" }), "a code with a known check digit is shown with it");
        Assert.That(lot, Has.Property("NutsCode").EqualTo("SE332").And.Property("MunicipalityCode").EqualTo("2580").And.Property("EstimatedValueOre").EqualTo(3_000_000_00L)
            .And.Property("Volume").EqualTo("Tio platser").And.Property("Options").EqualTo("Ett års förlängning").And.Property("ContractEnd").EqualTo(new DateOnly(2028, 12, 31))
            .And.Property("ReservationBasis").EqualTo(ReservationBasis.None));
        Assert.That(lot.Requirements, Is.EqualTo(new[]
        {
            new Requirement { Number = 1, RequirementKind = RequirementKind.Must, Wording = "Handledare på plats", Purpose = "Trygghet", Proof = "Beskriv i anbudet" },
            new Requirement { Number = 2, RequirementKind = RequirementKind.Should, Wording = "Erfarenhet" },
        }));
    }

    [Test]
    public async Task AddLot_BadFields_AreAllNamed()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddProcurementAsync(authority);

        var result = await installation.Get<AddLotHandler>().HandleAsync(
            authority.ProcurementOfficer,
            TestProcurements.Lot(procurement) with
            {
                Title = "",
                MainCpv = "85312510-1",
                ExtraCpv = ["12", "99999999"],
                NutsCode = "SE999",
                MunicipalityCode = "9999",
                EstimatedValueOre = -1_00,
                ContractEnd = new DateOnly(2026, 12, 31),
                Requirements = [new RequirementContent { Wording = " " }],
            },
            CancellationToken.None);

        Assert.That(result.FieldCodes(), Is.EquivalentTo(new[]
        {
            "Title:field.required", "MainCpv:procurements.cpv-wrong-check-digit", "ExtraCpv[0]:procurements.cpv-wrong-format", "ExtraCpv[1]:procurements.cpv-unknown",
            "NutsCode:procurements.unknown-region", "MunicipalityCode:procurements.unknown-municipality", "EstimatedValueOre:procurements.value-out-of-range",
            "ContractEnd:procurements.dates-out-of-order", "Requirements[0].Wording:field.required",
        }));
    }

    [TestCase(0, true)]
    [TestCase(1_000_000_000_000_00, true)]
    [TestCase(1_000_000_000_001_00, false)]
    [TestCase(99, false)]
    public async Task AddLot_Value_IsWholeKronorWithinReach(long ore, bool allowed)
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddProcurementAsync(authority);

        var result = await installation.Get<AddLotHandler>().HandleAsync(authority.ProcurementOfficer, TestProcurements.Lot(procurement) with { EstimatedValueOre = ore }, CancellationToken.None);

        Assert.That(result.Succeeded, Is.EqualTo(allowed));
    }

    [Test]
    public async Task AddLot_MunicipalityOutsideTheCountyOrSameCodeTwice_IsRefused()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddProcurementAsync(authority);

        var result = await installation.Get<AddLotHandler>().HandleAsync(
            authority.ProcurementOfficer, TestProcurements.Lot(procurement) with { MunicipalityCode = "0180", ExtraCpv = ["85312510"] }, CancellationToken.None);

        Assert.That(result.FieldCodes(), Is.EquivalentTo(new[] { "MunicipalityCode:procurements.municipality-outside-region", "ExtraCpv:procurements.cpv-twice" }));
    }

    [Test]
    public async Task ChangeLot_NewContent_ReplacesCodesAndRequirementsAndKeepsTheReservation()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddProcurementAsync(authority);
        var added = await installation.AddLotAsync(authority.ProcurementOfficer, procurement, lot => lot with { Requirements = [new RequirementContent { Wording = "Gammalt" }] });
        var reserved = await installation.ReserveAsync(authority.ProcurementOfficer, added);

        var changed = await ChangeAsync(installation, authority.ProcurementOfficer, reserved, lot => lot with
        {
            Title = "Markskötsel",
            MainCpv = "77314000-4",
            Requirements = [new RequirementContent { Wording = "Nytt ett" }, new RequirementContent { Wording = "Nytt två" }],
        });

        var lot = (await installation.ReviewAsync(authority.Reader, procurement.Id)).Procurement.Lots.Single();
        Assert.That(changed.Must().Version, Is.EqualTo(4));
        Assert.That(lot.Cpv.Select(cpv => cpv.Code.Digits), Is.EqualTo(new[] { "77314000" }));
        Assert.That(lot.Requirements.Select(requirement => requirement.Wording), Is.EqualTo(new[] { "Nytt ett", "Nytt två" }));
        Assert.That(lot.ReservationBasis, Is.EqualTo(ReservationBasis.SocialIntegrationSupplier));
    }

    [Test]
    public async Task ChangeLot_IntoOneThatMayNotBeReserved_IsRefused()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var added = await installation.AddLotAsync(authority.ProcurementOfficer, await installation.AddProcurementAsync(authority));
        var reserved = await installation.ReserveAsync(authority.ProcurementOfficer, added, ReservationBasis.PublicServiceMission);

        var otherService = await ChangeAsync(installation, authority.ProcurementOfficer, reserved, lot => lot with { MainCpv = "77314000-4" });
        var longer = await ChangeAsync(installation, authority.ProcurementOfficer, reserved, lot => lot with { ContractEnd = new DateOnly(2030, 1, 1) });

        Assert.That(otherService.Problem?.Code, Is.EqualTo(ProcurementProblems.CpvNotListedForBasis));
        Assert.That(longer.Problem?.Code, Is.EqualTo(ProcurementProblems.ContractTooLongForBasis));
        Assert.That(Texts.Sentence(longer.Problem!), Does.Contain("36 månader").And.Contain("2029-12-31"));
    }

    [Test]
    public async Task RemoveLot_First_RenumbersThoseAfter()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddProcurementAsync(authority);
        var one = await installation.AddLotAsync(authority.ProcurementOfficer, procurement, lot => lot with { Title = "Ett", Requirements = [new RequirementContent { Wording = "Krav" }] });
        var two = await installation.AddLotAsync(authority.ProcurementOfficer, one.Procurement(), lot => lot with { Title = "Två" });
        var three = await installation.AddLotAsync(authority.ProcurementOfficer, two.Procurement(), lot => lot with { Title = "Tre" });

        var removed = await installation.Get<RemoveLotHandler>().HandleAsync(authority.ProcurementOfficer, new RemoveLot(one.Id, three.Version), CancellationToken.None);

        Assert.That(removed.Must().Version, Is.EqualTo(5));
        Assert.That(
            (await installation.ReviewAsync(authority.Reader, procurement.Id)).Procurement.Lots.Select(lot => (lot.Number, lot.Title)),
            Is.EqualTo(new[] { (1, "Två"), (2, "Tre") }));
        Assert.That(await installation.SingleAsync<int>("select count(*) from LotRequirements"), Is.Zero);
    }

    [Test]
    public async Task LotChange_OnAnOldProcurementVersion_IsRefusedWithWhatChanged()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddProcurementAsync(authority);
        var lot = await installation.AddLotAsync(authority.ProcurementOfficer, procurement);
        await installation.ReserveAsync(authority.ProcurementOfficer, lot);

        var stale = await ChangeAsync(installation, authority.ProcurementOfficer, lot, content => content with { Title = "För sent" });
        var secondLot = await installation.Get<AddLotHandler>().HandleAsync(authority.ProcurementOfficer, TestProcurements.Lot(procurement), CancellationToken.None);

        Assert.That(stale.Problem?.Kind, Is.EqualTo(ProblemKind.Conflict));
        Assert.That(Texts.Sentence(stale.Problem!), Does.Contain("Grund för reserverad upphandling").And.Contain("Motivering"));
        Assert.That(secondLot.Problem?.Kind, Is.EqualTo(ProblemKind.Conflict));
        Assert.That((await installation.ReviewAsync(authority.Reader, procurement.Id)).Procurement.Lots, Has.Count.EqualTo(1).And.One.Property("Title").EqualTo("Arbetsträning"));
    }

    [Test]
    public async Task LotChange_History_NamesTheLotByPath()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var one = await installation.AddLotAsync(authority.ProcurementOfficer, await installation.AddProcurementAsync(authority));
        var two = await installation.AddLotAsync(authority.ProcurementOfficer, one.Procurement());
        (await ChangeAsync(installation, authority.ProcurementOfficer, two, lot => lot with { Title = "Markskötsel" })).Must();

        var history = await installation.Get<ReadHistoryHandler>().HandleAsync(AuditSubject.Procurement, one.ProcurementId, CancellationToken.None);

        Assert.That(history.Select(entry => entry.Action), Is.EqualTo(new[] { "lot-changed", "lot-added", "lot-added", "created" }));
        Assert.That(history[0].Changes, Is.EqualTo(new[] { new FieldChange("Lots[1].Title", "Arbetsträning", "Markskötsel") }));
    }

    [Test]
    public async Task LotChange_OfAnotherAuthorityOrByAReader_IsHiddenOrForbidden()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var other = await installation.AddAuthorityAsync("Grannköpings kommun");
        var lot = await installation.AddLotAsync(authority.ProcurementOfficer, await installation.AddProcurementAsync(authority));

        foreach (var (actor, expected) in new[] { (other.ProcurementOfficer, ProblemKind.NotFound), (authority.Reader, ProblemKind.Forbidden), (authority.Reporter, ProblemKind.Forbidden) })
        {
            Assert.That((await installation.Get<AddLotHandler>().HandleAsync(actor, TestProcurements.Lot(lot.Procurement()), CancellationToken.None)).Problem?.Kind, Is.EqualTo(expected));
            Assert.That((await ChangeAsync(installation, actor, lot, content => content)).Problem?.Kind, Is.EqualTo(expected));
            Assert.That((await installation.Get<RemoveLotHandler>().HandleAsync(actor, new RemoveLot(lot.Id, lot.Version), CancellationToken.None)).Problem?.Kind, Is.EqualTo(expected));
            Assert.That((await ReserveAsync(installation, actor, lot, ReservationBasis.SocialIntegrationSupplier, "Skäl")).Problem?.Kind, Is.EqualTo(expected));
            Assert.That((await ReserveAllAsync(installation, actor, lot.Procurement(), ReservationBasis.SocialIntegrationSupplier)).Problem?.Kind, Is.EqualTo(expected));
            Assert.That((await DecideAsync(installation, actor, lot.Procurement(), Regime.Annex2, null)).Problem?.Kind, Is.EqualTo(expected));
        }
    }

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

    private static Task<Result<LotSaved>> ChangeAsync(TestInstallation installation, Actor actor, LotSaved lot, Func<ChangeLot, ChangeLot> change) =>
        installation.Get<ChangeLotHandler>().HandleAsync(
            actor,
            change(new ChangeLot
            {
                LotId = lot.Id,
                Version = lot.Version,
                Title = "Arbetsträning",
                Description = "Tio platser för arbetsträning med handledare.",
                MainCpv = "85312510-7",
                NutsCode = "SE332",
                EstimatedValueOre = 3_000_000_00,
                ContractStart = new DateOnly(2027, 1, 1),
                ContractEnd = new DateOnly(2028, 12, 31),
            }),
            CancellationToken.None);

    private static Task<Result<LotSaved>> ReserveAsync(TestInstallation installation, Actor actor, LotSaved lot, ReservationBasis basis, string? justification) =>
        installation.Get<ReserveLotHandler>().HandleAsync(actor, new ReserveLot(lot.Id, lot.Version, basis, justification), CancellationToken.None);

    private static Task<Result<ProcurementSaved>> ReserveAllAsync(TestInstallation installation, Actor actor, ProcurementSaved procurement, ReservationBasis basis) =>
        installation.Get<ReserveAllLotsHandler>().HandleAsync(actor, new ReserveAllLots(procurement.Id, procurement.Version, basis, "Skäl"), CancellationToken.None);

    private static Task<Result<ProcurementSaved>> DecideAsync(TestInstallation installation, Actor actor, ProcurementSaved procurement, Regime regime, string? reason) =>
        installation.Get<DecideRegimeHandler>().HandleAsync(actor, new DecideRegime(procurement.Id, procurement.Version, regime, reason), CancellationToken.None);
}
