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
                var loaded = await LoadProcurement.ToChangeAsync(write, request.ProcurementId, request.Version);
                if (!loaded.Succeeded)
                {
                    return loaded.Problem;
                }

                if (validator.Problem<LotContent>(request) is { } problem)
                {
                    return problem;
                }

                var procurement = loaded.Value;
                if (procurement.Lots.Count >= AddLot.MostLots)
                {
                    return ProcurementProblems.Refused(ProcurementProblems.TooManyLots, AddLot.MostLots);
                }

                var lot = request.ToLot(write.NewId(), procurement.Lots.Count + 1, ReservationBasis.None, null);
                await WriteLot.InsertAsync(write, procurement.Id, lot);
                await write.AuditAsync(AuditSubject.Procurement, procurement.Id, procurement.Version, "lot-added", null, WriteLot.ForAudit([lot]));
                return new LotSaved(lot.Id, procurement.Id, lot.Number, procurement.Version);
            },
            cancellationToken);
}
