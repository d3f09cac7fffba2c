using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements.Law;
using ReservedProcurement.Core.Reference;

namespace ReservedProcurement.Core.Procurements;

/// <summary>A procurement with what the law says of it on its own date.</summary>
public sealed record ProcurementReview
{
    public required Procurement Procurement { get; init; }

    /// <summary>The day whose amounts and sentences of law were used.</summary>
    public required DateOnly LawDate { get; init; }

    public required RegimeProposal Proposal { get; init; }

    public required IReadOnlyList<ProcurementWarning> Warnings { get; init; }

    /// <summary>What must be there before the documents can be written; empty when they can.</summary>
    public required IReadOnlyList<MissingItem> Missing { get; init; }

    /// <summary>For each reserved lot, by its number, the sentence of law that the documents carry. A lot without one is among <see cref="Missing"/>.</summary>
    public required IReadOnlyDictionary<int, DatedValue> LegalBases { get; init; }

    /// <summary>Whether this actor may change it.</summary>
    public required bool MayEdit { get; init; }

    public bool IsReadyForDocuments => Missing.Count == 0;
}

public sealed class GetProcurementHandler(Database database)
{
    public Task<Result<ProcurementReview>> HandleAsync(Actor actor, Guid id, CancellationToken cancellationToken) =>
        database.ReadAsync<Result<ProcurementReview>>(
            async session =>
            {
                var loaded = await LoadProcurement.ToReadAsync(session, actor, id);
                return loaded.Succeeded
                    ? Review(loaded.Value, await DatedValues.LoadAsync(session), database.Clock, actor.May(Permission.EditProcurements, loaded.Value.AuthorityId))
                    : loaded.Problem;
            },
            cancellationToken);

    internal static ProcurementReview Review(Procurement procurement, DatedValueSet values, TimeProvider clock, bool mayEdit)
    {
        var date = procurement.LawDate(clock);
        var proposal = RegimeRules.Propose(procurement.Lots, date, values);
        var regime = procurement.Regime ?? proposal.Regime;
        return new ProcurementReview
        {
            Procurement = procurement,
            LawDate = date,
            Proposal = proposal,
            Warnings =
            [
                .. RegimeWarnings.For(procurement, proposal, date, values)
                    .Concat(ReservationWarnings.For(procurement, regime, date, values))
                    .Concat(TimetableRules.Warnings(procurement, regime, date, values))
                    .OrderByDescending(warning => warning.Level)
                    .ThenBy(warning => warning.LotNumber ?? 0),
            ],
            Missing = DocumentReadiness.MissingFrom(procurement, proposal, date, values),
            LegalBases = regime is { } known ? LegalBases(procurement, known, date, values) : new Dictionary<int, DatedValue>(),
            MayEdit = mayEdit,
        };
    }

    private static Dictionary<int, DatedValue> LegalBases(Procurement procurement, Regime regime, DateOnly date, DatedValueSet values) =>
        procurement.Lots
            .Select(lot => (lot.Number, Code: ReservationRules.LegalBasisCode(lot.ReservationBasis, regime)))
            .Select(lot => (lot.Number, Value: lot.Code is null ? null : values.Find(lot.Code, date)))
            .Where(lot => lot.Value is not null)
            .ToDictionary(lot => lot.Number, lot => lot.Value!);
}
