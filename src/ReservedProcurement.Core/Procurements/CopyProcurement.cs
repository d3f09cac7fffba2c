using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements.Law;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.Core.Reference;

namespace ReservedProcurement.Core.Procurements;

/// <summary>
/// Begins a procurement with what another one has: its texts, its contact and its lots. Dates stay behind, since they belong to the first,
/// and so does the choice of regime, which is made anew by the amounts that apply then.
/// </summary>
public sealed record CopyProcurement
{
    public required Guid Id { get; init; }
    public string CaseNumber { get; init; } = "";
    public string Title { get; init; } = "";
    public bool WithRequirements { get; init; }

    /// <summary>Whether lots that are reserved are so in the copy too, with their justification.</summary>
    public bool WithReservations { get; init; }
}

public sealed class CopyProcurementHandler(Database database, ProcurementContentValidator validator)
{
    public Task<Result<ProcurementSaved>> HandleAsync(Actor actor, CopyProcurement request, CancellationToken cancellationToken) =>
        database.WriteAsync<ProcurementSaved>(
            actor,
            async write =>
            {
                var loaded = await LoadProcurement.ToEditAsync(write, actor, request.Id);
                if (!loaded.Succeeded)
                {
                    return loaded.Problem;
                }

                var source = loaded.Value;
                var content = Content(source, request);
                if (validator.Check(content) is { } problem)
                {
                    return problem;
                }

                content = content.Tidy();
                if (await WriteProcurement.CheckUnitAsync(write, source.AuthorityId, content) is not null)
                {
                    content = content with { UnitId = null };
                }

                var copy = new ProcurementSaved(write.NewId(), 1);
                List<Lot> lots = [.. source.Lots.Select(lot => Copy(lot, write.NewId(), request))];
                if (ReservationRules.Check(lots, SwedishTime.Today(database.Clock), await DatedValues.LoadAsync(write)) is { } refused)
                {
                    return refused;
                }

                await WriteProcurement.InsertAsync(write, copy.Id, source.AuthorityId, content);
                foreach (var lot in lots)
                {
                    await WriteLot.InsertAsync(write, copy.Id, lot);
                }

                await write.AuditAsync(AuditSubject.Procurement, copy.Id, copy.Version, "copied", null, new Dictionary<string, object?>(
                [
                    new("CopiedFrom", $"{source.CaseNumber} {source.Title}"),
                    .. AuditTrail.Fields(content),
                    .. WriteLot.ForAudit(lots),
                ]));
                return copy;
            },
            cancellationToken,
            onDuplicate: ProcurementProblems.CaseNumberIsTaken(request.CaseNumber.Trim()));

    private static ProcurementContent Content(Procurement source, CopyProcurement request) => new()
    {
        CaseNumber = request.CaseNumber,
        Title = request.Title,
        UnitId = source.UnitId,
        Description = source.Description,
        ContactName = source.ContactName,
        ContactEmail = source.ContactEmail,
        ContactPhone = source.ContactPhone,
        HowToSubmit = source.HowToSubmit,
        Evaluation = source.Evaluation,
        CountingRule = source.CountingRule,
        UndividedReason = source.UndividedReason,
    };

    private static Lot Copy(Lot lot, Guid id, CopyProcurement request) => lot with
    {
        Id = id,
        ContractStart = null,
        ContractEnd = null,
        Requirements = request.WithRequirements ? lot.Requirements : [],
        ReservationBasis = request.WithReservations ? lot.ReservationBasis : ReservationBasis.None,
        Justification = request.WithReservations ? lot.Justification : null,
    };
}
