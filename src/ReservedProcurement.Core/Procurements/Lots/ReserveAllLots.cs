using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements.Law;
using ReservedProcurement.Core.Reference;

namespace ReservedProcurement.Core.Procurements.Lots;

/// <summary>Reserves the whole procurement: every lot on the same ground, all of them or none.</summary>
public sealed record ReserveAllLots(Guid ProcurementId, int Version, ReservationBasis ReservationBasis, string? Justification) : Reservation(ReservationBasis, Justification);

public sealed class ReserveAllLotsHandler(Database database, ReservationValidator validator)
{
    public Task<Result<ProcurementSaved>> HandleAsync(Actor actor, ReserveAllLots request, CancellationToken cancellationToken) =>
        database.WriteAsync<ProcurementSaved>(
            actor,
            async write =>
            {
                var loaded = await LoadProcurement.ToChangeAsync(write, request.ProcurementId, request.Version);
                if (!loaded.Succeeded)
                {
                    return loaded.Problem;
                }

                if (validator.Problem<Reservation>(request) is { } problem)
                {
                    return problem;
                }

                var procurement = loaded.Value;
                if (procurement.Lots.Count == 0)
                {
                    return ProcurementProblems.Refused(ProcurementProblems.NoLots);
                }

                List<Lot> after = [.. procurement.Lots.Select(request.ApplyTo)];
                if (ReservationRules.Check(after, procurement.LawDate(database.Clock), await DatedValues.LoadAsync(write)) is { } refused)
                {
                    return refused;
                }

                foreach (var lot in after)
                {
                    await WriteLot.UpdateReservationAsync(write, lot);
                }

                var version = await write.AuditAsync(AuditSubject.Procurement, procurement.Id, procurement.Version, "all-lots-reserved", WriteLot.ForAudit(procurement.Lots), WriteLot.ForAudit(after));
                return new ProcurementSaved(procurement.Id, version);
            },
            cancellationToken);
}
