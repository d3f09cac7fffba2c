using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Documents.Templates;

/// <param name="AuthorityId">Whose template.</param>
/// <param name="Key">Which template.</param>
/// <param name="Number">The own version to remove.</param>
/// <param name="Version">The template's version that the choice was made from.</param>
public sealed record RemoveTemplateVersion(Guid AuthorityId, string Key, int Number, int Version);

/// <summary>Removes an own version that is not in use and that no document was written from. What was written must stay possible to explain.</summary>
public sealed class RemoveTemplateVersionHandler(Database database)
{
    private const string NextVersionSql = "update AuthorityTemplates set Version = Version + 1 where Id = @Id and Version = @Version";

    private const string WrittenSql = """
        select count(*)
        from GeneratedDocuments d
        join Procurements p on p.Id = d.ProcurementId
        where p.AuthorityId = @AuthorityId and d.TemplateKey = @Key and d.TemplateSha256 = @Sha256
        """;

    private const string DeleteSql = "delete from TemplateVersions where Id = @Id";

    public async Task<Result<int>> HandleAsync(Actor actor, RemoveTemplateVersion request, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Read, request.AuthorityId) || ShippedTemplates.Find(request.Key) is null)
        {
            return CommonProblems.NoSuchRecord;
        }

        return actor.May(Permission.Administer, request.AuthorityId)
            ? await database.WriteAsync<int>(actor, write => RemoveAsync(write, request), cancellationToken)
            : CommonProblems.NotAllowed;
    }

    private static async Task<Result<int>> RemoveAsync(WriteTransaction write, RemoveTemplateVersion request)
    {
        var state = await write.SingleOrDefaultAsync<TemplateStateRow>(GetTemplateHandler.StateSql, new { request.AuthorityId, request.Key });
        var versions = await write.QueryAsync<OwnVersionRow>(GetTemplateHandler.VersionsSql, new { request.AuthorityId, request.Key });
        if (state is null || versions.FirstOrDefault(row => row.Number == request.Number) is not { } version)
        {
            return CommonProblems.NoSuchRecord;
        }

        if (state.ActiveNumber == request.Number)
        {
            return TemplateProblems.IsInUse;
        }

        if (await write.SingleAsync<int>(WrittenSql, new { request.AuthorityId, request.Key, version.Sha256 }) > 0)
        {
            return TemplateProblems.HasWrittenDocuments;
        }

        if (await write.ExecuteAsync(NextVersionSql, new { state.Id, request.Version }) == 0)
        {
            return await write.StaleAsync(AuditSubject.Template, state.Id, request.Version);
        }

        await write.ExecuteAsync(DeleteSql, new { version.Id });
        return await write.AuditAsync(AuditSubject.Template, state.Id, request.Version + 1, "template-removed", new { TemplateVersion = version.ToVersion().Name, version.FileName, TemplateNote = version.Note }, null);
    }
}
