using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements.Law;
using ReservedProcurement.Core.Reference;

namespace ReservedProcurement.Core.Procurements.Lots;

/// <summary>Reserves a lot on one ground, changes the ground, or with <see cref="ReservationBasis.None"/> opens the lot to all.</summary>
public sealed record ReserveLot(Guid LotId, int Version, ReservationBasis ReservationBasis, string? Justification) : Reservation(ReservationBasis, Justification);

public sealed class ReserveLotHandler(Database database, ReservationValidator validator)
{
    public Task<Result<LotSaved>> HandleAsync(Actor actor, ReserveLot request, CancellationToken cancellationToken) =>
        database.WriteAsync<LotSaved>(
            actor,
            async write =>
            {
                var loaded = await LoadProcurement.OfLotToChangeAsync(write, request.LotId, request.Version);
                if (!loaded.Succeeded)
                {
                    return loaded.Problem;
                }

                if (validator.Problem<Reservation>(request) is { } problem)
                {
                    return problem;
                }

                var procurement = loaded.Value;
                var before = procurement.Lots.Single(lot => lot.Id == request.LotId);
                var after = request.ApplyTo(before);
                if (ReservationRules.Check(after, procurement.LawDate(database.Clock), await DatedValues.LoadAsync(write)) is { } refused)
                {
                    return refused;
                }

                await WriteLot.UpdateReservationAsync(write, after);
                var version = await write.AuditAsync(AuditSubject.Procurement, procurement.Id, procurement.Version, "lot-reserved", WriteLot.ForAudit([before]), WriteLot.ForAudit([after]));
                return new LotSaved(after.Id, procurement.Id, after.Number, version);
            },
            cancellationToken);
}
