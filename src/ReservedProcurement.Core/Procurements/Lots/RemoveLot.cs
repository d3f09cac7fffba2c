using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Procurements.Lots;

/// <summary>Takes a lot away; those after it move up one number.</summary>
public sealed record RemoveLot(Guid LotId, int Version);

public sealed class RemoveLotHandler(Database database)
{
    public Task<Result<ProcurementSaved>> HandleAsync(Actor actor, RemoveLot request, CancellationToken cancellationToken) =>
        database.WriteAsync<ProcurementSaved>(
            actor,
            async write =>
            {
                var loaded = await LoadProcurement.OfLotToChangeAsync(write, request.LotId, request.Version);
                if (!loaded.Succeeded)
                {
                    return loaded.Problem;
                }

                var procurement = loaded.Value;
                var removed = procurement.Lots.Single(lot => lot.Id == request.LotId);
                await WriteLot.DeleteAsync(write, removed.Id);

                // In the order of their numbers, so that each takes a number that has just become free.
                foreach (var later in procurement.Lots.Where(lot => lot.Number > removed.Number))
                {
                    await WriteLot.UpdateNumberAsync(write, later.Id, later.Number - 1);
                }

                await write.AuditAsync(AuditSubject.Procurement, procurement.Id, procurement.Version, "lot-removed", WriteLot.ForAudit([removed]), null);
                return new ProcurementSaved(procurement.Id, procurement.Version);
            },
            cancellationToken);
}
