using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Procurements.Lots;

/// <summary>A lot with the procurement it is part of, whose version a change of the lot is based on.</summary>
public sealed record LotInProcurement(Lot Lot, Procurement Procurement);

public sealed class GetLotHandler(Database database)
{
    public Task<Result<LotInProcurement>> HandleAsync(Actor actor, Guid id, CancellationToken cancellationToken) =>
        database.ReadAsync<Result<LotInProcurement>>(
            async session => (await LoadProcurement.OfLotToReadAsync(session, actor, id))
                .Map(procurement => new LotInProcurement(procurement.Lots.Single(lot => lot.Id == id), procurement)),
            cancellationToken);
}
