using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Lots;

namespace ReservedProcurement.TestKit;

/// <summary>Procurements and lots with good defaults, made through the product's own handlers.</summary>
public static class TestProcurements
{
    private static int _number;

    public static CreateProcurement Procurement(TestAuthority authority) => new()
    {
        AuthorityId = authority.Id,
        UnitId = authority.UnitId,
        CaseNumber = $"EXK 2026/{Interlocked.Increment(ref _number)}",
        Title = "Arbetsträningsplatser",
    };

    /// <summary>All that documents need, apart from the lots and the choice of regime.</summary>
    public static CreateProcurement CompleteProcurement(TestAuthority authority) => Procurement(authority) with
    {
        Description = "Kommunen köper arbetsträningsplatser för personer som står långt från arbetsmarknaden.",
        ContactName = "Åsa Exempel",
        ContactEmail = "asa.exempel@exempelstad.se",
        PublishOn = new DateOnly(2026, 10, 1),
        QuestionsUntil = new DateOnly(2026, 10, 15),
        AnswersBy = new DateOnly(2026, 10, 20),
        TendersUntil = new DateOnly(2026, 11, 2),
        TendersUntilTime = "23:59",
        TendersValidUntil = new DateOnly(2027, 2, 28),
        ContractStartsOn = new DateOnly(2027, 1, 1),
        HowToSubmit = "Anbudet skickas till upphandling@exempelstad.se.",
        Evaluation = "Det anbud som har lägst pris per plats och uppfyller alla krav väljs.",
        CountingRule = "Antal personer som sysselsätts den dag anbudet lämnas.",
    };

    public static AddLot Lot(ProcurementSaved procurement) => new()
    {
        ProcurementId = procurement.Id,
        Version = procurement.Version,
        Title = "Arbetsträning",
        Description = "Tio platser för arbetsträning med handledare.",
        MainCpv = "85312510-7",
        NutsCode = "SE332",
        EstimatedValueOre = 3_000_000_00,
        ContractStart = new DateOnly(2027, 1, 1),
        ContractEnd = new DateOnly(2028, 12, 31),
    };

    public static async Task<ProcurementSaved> AddProcurementAsync(this TestInstallation installation, TestAuthority authority, Func<CreateProcurement, CreateProcurement>? change = null) =>
        (await installation.Get<CreateProcurementHandler>().HandleAsync(
            authority.ProcurementOfficer,
            (change ?? (procurement => procurement))(Procurement(authority)),
            CancellationToken.None)).Must();

    /// <summary>Adds a lot; the value it gives back carries the procurement's new version.</summary>
    public static async Task<LotSaved> AddLotAsync(this TestInstallation installation, Actor actor, ProcurementSaved procurement, Func<AddLot, AddLot>? change = null) =>
        (await installation.Get<AddLotHandler>().HandleAsync(actor, (change ?? (lot => lot))(Lot(procurement)), CancellationToken.None)).Must();

    public static ProcurementSaved Procurement(this LotSaved lot) => new(lot.ProcurementId, lot.Version);

    public static async Task<LotSaved> ReserveAsync(this TestInstallation installation, Actor actor, LotSaved lot, ReservationBasis basis = ReservationBasis.SocialIntegrationSupplier) =>
        (await installation.Get<ReserveLotHandler>().HandleAsync(actor, new ReserveLot(lot.Id, lot.Version, basis, "Fler ska kunna få en väg till arbete."), CancellationToken.None)).Must();

    public static async Task<ProcurementReview> ReviewAsync(this TestInstallation installation, Actor actor, Guid procurementId) =>
        (await installation.Get<GetProcurementHandler>().HandleAsync(actor, procurementId, CancellationToken.None)).Must();

    /// <summary>A procurement that documents can be written of: complete, with lots, their requirements and a regime.</summary>
    public static async Task<Guid> AddReadyProcurementAsync(
        this TestInstallation installation,
        TestAuthority authority,
        Regime regime = Regime.Annex2,
        ReservationBasis? basis = ReservationBasis.SocialIntegrationSupplier,
        int lots = 1,
        Func<AddLot, AddLot>? change = null)
    {
        var officer = authority.ProcurementOfficer;
        var procurement = await installation.AddProcurementAsync(authority, _ => CompleteProcurement(authority));
        for (var number = 1; number <= lots; number++)
        {
            var lot = await installation.AddLotAsync(officer, procurement, content => (change ?? (same => same))(content with
            {
                Title = $"Arbetsträning {number}",
                MainCpv = basis == ReservationBasis.PublicServiceMission ? "85312000-9" : content.MainCpv,
                Requirements =
                [
                    new RequirementContent { Wording = "Det finns en handledare på plats varje dag.", Purpose = "Deltagaren ska få stöd.", Proof = "Kort beskrivning av bemanningen" },
                    new RequirementContent { RequirementKind = RequirementKind.Should, Wording = "Arbetsplatsen nås med buss." },
                ],
            }));
            procurement = (basis is { } ground ? await installation.ReserveAsync(officer, lot, ground) : lot).Procurement();
        }

        (await installation.Get<DecideRegimeHandler>().HandleAsync(officer, new DecideRegime(procurement.Id, procurement.Version, regime, "Så vill vi göra i det här fallet."), CancellationToken.None)).Must();
        return procurement.Id;
    }
}
