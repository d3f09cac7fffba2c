using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements.Law;
using ReservedProcurement.Core.Reference;

namespace ReservedProcurement.Core.Procurements.Lots;

/// <summary>Changes a lot with its codes and requirements. A reserved lot cannot be changed into one that may not be reserved.</summary>
public sealed record ChangeLot : LotContent
{
    public ChangeLot()
    {
    }

    public ChangeLot(LotContent content)
        : base(content)
    {
    }

    public required Guid LotId { get; init; }

    /// <summary>The version of the procurement.</summary>
    public required int Version { get; init; }
}

public sealed class ChangeLotHandler(Database database, LotContentValidator validator)
{
    public Task<Result<LotSaved>> HandleAsync(Actor actor, ChangeLot request, CancellationToken cancellationToken) =>
        database.WriteAsync<LotSaved>(
            actor,
            async write =>
            {
                var loaded = await LoadProcurement.OfLotToChangeAsync(write, request.LotId, request.Version);
                if (!loaded.Succeeded)
                {
                    return loaded.Problem;
                }

                if (validator.Problem<LotContent>(request) is { } problem)
                {
                    return problem;
                }

                var procurement = loaded.Value;
                var before = procurement.Lots.Single(lot => lot.Id == request.LotId);
                var after = request.ToLot(before.Id, before.Number, before.ReservationBasis, before.Justification);
                if (ReservationRules.Check(after, procurement.LawDate(database.Clock), await DatedValues.LoadAsync(write)) is { } refused)
                {
                    return refused;
                }

                await WriteLot.UpdateContentAsync(write, after);
                var version = await write.AuditAsync(AuditSubject.Procurement, procurement.Id, procurement.Version, "lot-changed", WriteLot.ForAudit([before]), WriteLot.ForAudit([after]));
                return new LotSaved(after.Id, procurement.Id, after.Number, version);
            },
            cancellationToken);
}
