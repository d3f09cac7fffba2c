using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.PlainLanguage;

/// <summary>Takes away the figures of a document that was measured for comparison.</summary>
public sealed class RemoveComparisonHandler(Database database)
{
    private const string LoadSql = """
        select p.Id as ProcurementId, p.AuthorityId, p.Version, c.Name
        from PlainLanguageComparisons c
        join Procurements p on p.Id = c.ProcurementId
        where c.Id = @Id
        """;

    private const string DeleteSql = "delete from PlainLanguageComparisons where Id = @Id";

    /// <returns>The procurement it belonged to.</returns>
    public Task<Result<Guid>> HandleAsync(Actor actor, Guid id, CancellationToken cancellationToken) => database.WriteAsync<Guid>(
        actor,
        async write =>
        {
            var row = await write.SingleOrDefaultAsync<ComparisonOfRow>(LoadSql, new { Id = id });
            if (row is null || !actor.May(Permission.Read, row.AuthorityId))
            {
                return CommonProblems.NoSuchRecord;
            }

            if (!actor.May(Permission.EditProcurements, row.AuthorityId))
            {
                return CommonProblems.NotAllowed;
            }

            await write.ExecuteAsync(DeleteSql, new { Id = id });
            await write.AuditAsync(AuditSubject.Procurement, row.ProcurementId, row.Version, "comparison-removed", new { Comparison = row.Name }, null);
            return row.ProcurementId;
        },
        cancellationToken);

    private sealed record ComparisonOfRow
    {
        public required Guid ProcurementId { get; init; }
        public required Guid AuthorityId { get; init; }
        public required int Version { get; init; }
        public required string Name { get; init; }
    }
}
