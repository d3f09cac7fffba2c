using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements;

namespace ReservedProcurement.Core.PlainLanguage.Comparing;

/// <summary>Takes a document out of a procurement's comparison.</summary>
public sealed class RemoveComparedDocumentHandler(Database database)
{
    private const string ProcurementSql = "select ProcurementId, FileName from ComparedDocuments where Id = @Id";

    private const string DeleteSql = "delete from ComparedDocuments where Id = @Id";

    /// <summary>The answer is the procurement's id.</summary>
    public Task<Result<Guid>> HandleAsync(Actor actor, Guid id, CancellationToken cancellationToken) => database.WriteAsync<Guid>(
        actor,
        async write =>
        {
            if (await write.SingleOrDefaultAsync<OwnerRow>(ProcurementSql, new { Id = id }) is not { } row)
            {
                return CommonProblems.NoSuchRecord;
            }

            var procurement = await LoadProcurement.ToEditAsync(write, actor, row.ProcurementId);
            if (!procurement.Succeeded)
            {
                return procurement.Problem;
            }

            if (await write.ExecuteAsync(DeleteSql, new { Id = id }) == 0)
            {
                return CommonProblems.NoSuchRecord;
            }

            await write.AuditAsync(AuditSubject.Procurement, row.ProcurementId, procurement.Value.Version, "comparison-removed", new { ComparedDocuments = row.FileName }, null);
            return row.ProcurementId;
        },
        cancellationToken);

    private sealed record OwnerRow
    {
        public required Guid ProcurementId { get; init; }
        public required string FileName { get; init; }
    }
}
