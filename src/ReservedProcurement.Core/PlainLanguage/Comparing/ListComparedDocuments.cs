using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.PlainLanguage.Comparing;

/// <summary>The ordinary documents that a procurement is compared with, in the order they were added.</summary>
public sealed class ListComparedDocumentsHandler(Database database)
{
    private const string AuthoritySql = "select AuthorityId from Procurements where Id = @ProcurementId";

    public Task<Result<IReadOnlyList<ComparedDocument>>> HandleAsync(Actor actor, Guid procurementId, CancellationToken cancellationToken) =>
        database.ReadAsync<Result<IReadOnlyList<ComparedDocument>>>(
            async session =>
            {
                var authorityId = await session.SingleOrDefaultAsync<Guid?>(AuthoritySql, new { ProcurementId = procurementId });
                if (authorityId is not { } known || !actor.May(Permission.Read, known))
                {
                    return CommonProblems.NoSuchRecord;
                }

                var rows = await session.QueryAsync<ComparedDocumentRow>(ComparedDocumentRow.OfProcurementSql, new { ProcurementId = procurementId });
                return Result<IReadOnlyList<ComparedDocument>>.Of([.. rows.Select(row => row.ToDocument())]);
            },
            cancellationToken);
}
