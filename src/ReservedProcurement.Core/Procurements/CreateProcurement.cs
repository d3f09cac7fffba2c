using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Procurements;

/// <summary>Begins a procurement. A case number, a title and an authority are enough; the rest can wait.</summary>
public sealed record CreateProcurement : ProcurementContent
{
    public CreateProcurement()
    {
    }

    public CreateProcurement(ProcurementContent content)
        : base(content)
    {
    }

    public required Guid AuthorityId { get; init; }
}

/// <summary>What was saved, and the version to base the next change on.</summary>
public sealed record ProcurementSaved(Guid Id, int Version);

public sealed class CreateProcurementHandler(Database database, ProcurementContentValidator validator)
{
    public async Task<Result<ProcurementSaved>> HandleAsync(Actor actor, CreateProcurement request, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.EditProcurements, request.AuthorityId))
        {
            return actor.May(Permission.Read, request.AuthorityId) ? CommonProblems.NotAllowed : CommonProblems.NoSuchRecord;
        }

        if (validator.Check(request) is { } problem)
        {
            return problem;
        }

        var content = request.Tidy();
        return await database.WriteAsync<ProcurementSaved>(
            actor,
            async write =>
            {
                if (await WriteProcurement.CheckUnitAsync(write, request.AuthorityId, content) is { } unknown)
                {
                    return unknown;
                }

                var id = write.NewId();
                await WriteProcurement.InsertAsync(write, id, request.AuthorityId, content);
                await write.AuditAsync(AuditSubject.Procurement, id, 1, "created", null, content);
                return new ProcurementSaved(id, 1);
            },
            cancellationToken,
            onDuplicate: ProcurementProblems.CaseNumberIsTaken(content.CaseNumber));
    }
}
