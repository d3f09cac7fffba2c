using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.TestKit;
using static ReservedProcurement.Core.Tests.Procurements.LotSteps;

namespace ReservedProcurement.Core.Tests.Procurements;

public sealed class ChangeLotTests
{
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
    public async Task ChangeLot_NothingDifferent_LeavesEverybodyElsesSaveOpen()
    {
        await using var installation = await TestInstallation.CreateAsync();
        var authority = await installation.AddAuthorityAsync();
        var procurement = await installation.AddProcurementAsync(authority);
        var added = await installation.AddLotAsync(authority.ProcurementOfficer, procurement);
        var history = await installation.Get<ReadHistoryHandler>().HandleAsync(AuditSubject.Procurement, procurement.Id, CancellationToken.None);

        var untouched = await ChangeAsync(installation, authority.ProcurementOfficer, added, lot => lot);
        var other = await ChangeAsync(installation, authority.ProcurementOfficer, added, lot => lot with { Title = "Ett nytt namn" });

        Assert.That((untouched.Must().Version, other.Must().Version), Is.EqualTo((added.Version, added.Version + 1)));
        Assert.That(await installation.Get<ReadHistoryHandler>().HandleAsync(AuditSubject.Procurement, procurement.Id, CancellationToken.None), Has.Count.EqualTo(history.Count + 1));
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
}
