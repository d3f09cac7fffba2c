using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Procurements;

public sealed class CopyProcurementTests
{
    private TestInstallation _installation = null!;
    private TestAuthority _authority = null!;
    private Procurement _source = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _installation = await TestInstallation.CreateAsync();
        _authority = await _installation.AddAuthorityAsync();
        var procurement = await _installation.AddProcurementAsync(_authority, _ => TestProcurements.CompleteProcurement(_authority) with { CaseNumber = "EXK 1" });
        var one = await _installation.AddLotAsync(_authority.ProcurementOfficer, procurement, lot => lot with
        {
            ExtraCpv = ["85312500-4"],
            Requirements = [new RequirementContent { Wording = "Handledare" }],
        });
        var reserved = await _installation.ReserveAsync(_authority.ProcurementOfficer, one);
        await _installation.AddLotAsync(_authority.ProcurementOfficer, reserved.Procurement(), lot => lot with { Title = "Markskötsel", MainCpv = "77314000-4" });
        _source = (await _installation.ReviewAsync(_authority.Reader, procurement.Id)).Procurement;
    }

    [TearDown]
    public async Task DisposeAsync() => await _installation.DisposeAsync();

    [Test]
    public async Task Copy_WithAll_HasTextsAndLotsButNoDatesAndNoRegime()
    {
        var saved = await CopyAsync(copy => copy with { WithRequirements = true, WithReservations = true });

        var copied = (await _installation.ReviewAsync(_authority.Reader, saved.Id)).Procurement;
        Assert.That(ProcurementContent.Of(copied), Is.EqualTo(new ProcurementContent
        {
            CaseNumber = "EXK 2",
            Title = "Arbetsträningsplatser (kopia)",
            UnitId = _source.UnitId,
            Description = _source.Description,
            ContactName = _source.ContactName,
            ContactEmail = _source.ContactEmail,
            HowToSubmit = _source.HowToSubmit,
            Evaluation = _source.Evaluation,
            CountingRule = _source.CountingRule,
        }));
        Assert.That((copied.Version, copied.Regime, copied.AuthorityId), Is.EqualTo((1, (Regime?)null, _source.AuthorityId)));
        Assert.That(copied.Lots.Select(Facts), Is.EqualTo(_source.Lots.Select(lot => Facts(lot with { ContractStart = null, ContractEnd = null }))));
        Assert.That(copied.Lots.Select(lot => lot.Id), Is.Not.EquivalentTo(_source.Lots.Select(lot => lot.Id)));
    }

    [Test]
    public async Task Copy_WithoutRequirementsAndReservations_LeavesThemBehindAndTheSourceAsItWas()
    {
        var saved = await CopyAsync(copy => copy);

        var lots = (await _installation.ReviewAsync(_authority.Reader, saved.Id)).Procurement.Lots;
        Assert.That(lots, Has.Count.EqualTo(2).And.All.Property("ReservationBasis").EqualTo(ReservationBasis.None).And.All.Property("Justification").Null);
        Assert.That(lots.SelectMany(lot => lot.Requirements), Is.Empty);
        var source = (await _installation.ReviewAsync(_authority.Reader, _source.Id)).Procurement;
        Assert.That((source.Version, source.Lots[0].Requirements.Count, source.Lots[0].IsReserved), Is.EqualTo((_source.Version, 1, true)));
    }

    [Test]
    public async Task Copy_History_TellsWhatItIsACopyOf()
    {
        var saved = await CopyAsync(copy => copy);

        var entry = (await _installation.Get<ReadHistoryHandler>().HandleAsync(AuditSubject.Procurement, saved.Id, CancellationToken.None)).Single();
        Assert.That(entry.Action, Is.EqualTo("copied"));
        Assert.That(entry.Changes, Has.Some.EqualTo(new FieldChange("CopiedFrom", null, "EXK 1 Arbetsträningsplatser"))
            .And.Some.EqualTo(new FieldChange("Lots[1].Title", null, "Markskötsel"))
            .And.Some.EqualTo(new FieldChange("CaseNumber", null, "EXK 2")));
    }

    [Test]
    public async Task Copy_ClosedUnit_IsLeftOut()
    {
        (await _installation.Get<ChangeUnitHandler>().HandleAsync(_authority.Administrator, new ChangeUnit(_authority.UnitId, 1, "Nedlagd", true), CancellationToken.None)).Must();

        var saved = await CopyAsync(copy => copy);

        Assert.That((await _installation.ReviewAsync(_authority.Reader, saved.Id)).Procurement.UnitId, Is.Null);
    }

    [Test]
    public async Task Copy_EmptyOrTakenCaseNumber_IsRefusedAtItsField()
    {
        var empty = await TryCopyAsync(_authority.ProcurementOfficer, copy => copy with { CaseNumber = " ", Title = "" });
        var taken = await TryCopyAsync(_authority.ProcurementOfficer, copy => copy with { CaseNumber = "exk 1" });

        Assert.That(empty.FieldCodes(), Is.EquivalentTo(new[] { "CaseNumber:field.required", "Title:field.required" }));
        Assert.That(taken.FieldCodes(), Is.EqualTo(new[] { "CaseNumber:procurements.case-number-taken" }));
        Assert.That(await _installation.SingleAsync<int>("select count(*) from Procurements"), Is.EqualTo(1));
    }

    [Test]
    public async Task Copy_OfAnotherAuthorityOrByAReader_IsHiddenOrForbidden()
    {
        var other = await _installation.AddAuthorityAsync("Grannköpings kommun");

        Assert.That((await TryCopyAsync(other.ProcurementOfficer, copy => copy)).Problem?.Kind, Is.EqualTo(ProblemKind.NotFound));
        Assert.That((await TryCopyAsync(_authority.Reader, copy => copy)).Problem?.Kind, Is.EqualTo(ProblemKind.Forbidden));
    }

    private static object Facts(Lot lot) => (
        lot.Number, lot.Title, lot.Description, string.Join(' ', lot.Cpv), lot.NutsCode, lot.MunicipalityCode, lot.EstimatedValueOre, lot.Volume,
        lot.ContractStart, lot.ContractEnd, lot.Options, lot.ReservationBasis, lot.Justification, string.Join(' ', lot.Requirements));

    private async Task<ProcurementSaved> CopyAsync(Func<CopyProcurement, CopyProcurement> change) => (await TryCopyAsync(_authority.ProcurementOfficer, change)).Must();

    private Task<Result<ProcurementSaved>> TryCopyAsync(Actor actor, Func<CopyProcurement, CopyProcurement> change) =>
        _installation.Get<CopyProcurementHandler>().HandleAsync(
            actor, change(new CopyProcurement { Id = _source.Id, CaseNumber = "EXK 2", Title = "Arbetsträningsplatser (kopia)" }), CancellationToken.None);
}
