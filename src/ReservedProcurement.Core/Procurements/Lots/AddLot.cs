using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Procurements.Lots;

/// <summary>Adds a lot after the last one.</summary>
public sealed record AddLot : LotContent
{
    public const int MostLots = 100;

    public AddLot()
    {
    }

    public AddLot(LotContent content)
        : base(content)
    {
    }

    public required Guid ProcurementId { get; init; }

    /// <summary>The version of the procurement.</summary>
    public required int Version { get; init; }
}

/// <summary>What was saved; <paramref name="Version"/> is the procurement's.</summary>
public sealed record LotSaved(Guid Id, Guid ProcurementId, int Number, int Version);

public sealed class AddLotHandler(Database database, LotContentValidator validator)
{
    public Task<Result<LotSaved>> HandleAsync(Actor actor, AddLot request, CancellationToken cancellationToken) =>
        database.WriteAsync<LotSaved>(
            actor,
            async write =>
            {
                var loaded = await LoadProcurement.ToEditAsync(write, actor, request.ProcurementId);
                if (!loaded.Succeeded)
                {
                    return loaded.Problem;
                }

                if (validator.Problem<LotContent>(request) is { } problem)
                {
                    return problem;
                }

                var lots = loaded.Value.Lots;
                if (lots.Count >= AddLot.MostLots)
                {
                    return ProcurementProblems.Refused(ProcurementProblems.TooManyLots, AddLot.MostLots);
                }

                if (await LoadProcurement.TakeNextVersionAsync(write, request.ProcurementId, request.Version) is { } stale)
                {
                    return stale;
                }

                var lot = request.ToLot(write.NewId(), lots.Count + 1, ReservationBasis.None, null);
                await WriteLot.InsertAsync(write, request.ProcurementId, lot);
                await write.AuditAsync(AuditSubject.Procurement, request.ProcurementId, request.Version + 1, "lot-added", null, WriteLot.ForAudit([lot]));
                return new LotSaved(lot.Id, request.ProcurementId, lot.Number, request.Version + 1);
            },
            cancellationToken);
}
