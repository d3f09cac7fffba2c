using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Documents;

/// <summary>The packs that have been written from a procurement, newest first.</summary>
public sealed class ListDocumentsHandler(Database database)
{
    private const string AuthoritySql = "select AuthorityId from Procurements where Id = @ProcurementId";

    private const string DocumentsSql = """
        select Id, ProcurementId, PackId, TemplateKey, TemplateVersion, TemplateSha256, ProcurementVersion, FileName, Size, Sha256, CreatedAt, CreatedByName
        from GeneratedDocuments
        where ProcurementId = @ProcurementId
        order by CreatedAt desc, PackId, Position
        """;

    public Task<Result<IReadOnlyList<DocumentPack>>> HandleAsync(Actor actor, Guid procurementId, CancellationToken cancellationToken) =>
        database.ReadAsync<Result<IReadOnlyList<DocumentPack>>>(
            async session =>
            {
                var authorityId = await session.SingleOrDefaultAsync<Guid?>(AuthoritySql, new { ProcurementId = procurementId });
                if (authorityId is not { } known || !actor.May(Permission.Read, known))
                {
                    return CommonProblems.NoSuchRecord;
                }

                var documents = await session.QueryAsync<GeneratedDocument>(DocumentsSql, new { ProcurementId = procurementId });
                return Result<IReadOnlyList<DocumentPack>>.Of([.. documents
                    .GroupBy(document => document.PackId)
                    .Select(pack => new DocumentPack(pack.Key, pack.First().CreatedAt, pack.First().CreatedByName, pack.First().ProcurementVersion, [.. pack]))]);
            },
            cancellationToken);
}
