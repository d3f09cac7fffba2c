using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Procurements;

public sealed record ChangeProcurement : ProcurementContent
{
    public ChangeProcurement()
    {
    }

    public ChangeProcurement(ProcurementContent content)
        : base(content)
    {
    }

    public required Guid Id { get; init; }
    public required int Version { get; init; }
}

public sealed class ChangeProcurementHandler(Database database, ProcurementContentValidator validator)
{
    public async Task<Result<ProcurementSaved>> HandleAsync(Actor actor, ChangeProcurement request, CancellationToken cancellationToken)
    {
        var content = request.Tidy();
        return await database.WriteAsync<ProcurementSaved>(
            actor,
            async write =>
            {
                var loaded = await LoadProcurement.ToChangeAsync(write, request.Id, request.Version);
                if (!loaded.Succeeded)
                {
                    return loaded.Problem;
                }

                if (validator.Check(request) is { } problem)
                {
                    return problem;
                }

                var before = loaded.Value;

                // A unit that has been closed since may stay on what it once bought.
                if (content.UnitId != before.UnitId && await WriteProcurement.CheckUnitAsync(write, before.AuthorityId, content) is { } unknown)
                {
                    return unknown;
                }

                await WriteProcurement.UpdateAsync(write, before, content);
                var version = await write.AuditAsync(AuditSubject.Procurement, before.Id, before.Version, "changed", ProcurementContent.Of(before), content);
                return new ProcurementSaved(before.Id, version);
            },
            cancellationToken,
            onDuplicate: ProcurementProblems.CaseNumberIsTaken(content.CaseNumber));
    }
}
