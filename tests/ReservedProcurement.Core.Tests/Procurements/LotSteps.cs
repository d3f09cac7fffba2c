using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Procurements;

/// <summary>What several tests of lots do, as answers that may be refusals.</summary>
internal static class LotSteps
{
    public static Task<Result<LotSaved>> ChangeAsync(TestInstallation installation, Actor actor, LotSaved lot, Func<ChangeLot, ChangeLot> change) =>
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

    public static Task<Result<LotSaved>> ReserveAsync(TestInstallation installation, Actor actor, LotSaved lot, ReservationBasis basis, string? justification) =>
        installation.Get<ReserveLotHandler>().HandleAsync(actor, new ReserveLot(lot.Id, lot.Version, basis, justification), CancellationToken.None);

    public static Task<Result<ProcurementSaved>> ReserveAllAsync(TestInstallation installation, Actor actor, ProcurementSaved procurement, ReservationBasis basis) =>
        installation.Get<ReserveAllLotsHandler>().HandleAsync(actor, new ReserveAllLots(procurement.Id, procurement.Version, basis, "Skäl"), CancellationToken.None);

    public static Task<Result<ProcurementSaved>> DecideAsync(TestInstallation installation, Actor actor, ProcurementSaved procurement, Regime regime, string? reason) =>
        installation.Get<DecideRegimeHandler>().HandleAsync(actor, new DecideRegime(procurement.Id, procurement.Version, regime, reason), CancellationToken.None);
}
