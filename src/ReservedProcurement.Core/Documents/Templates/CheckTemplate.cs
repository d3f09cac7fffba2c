using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Documents.Templates;

/// <param name="AuthorityId">Whose template it would be.</param>
/// <param name="Key">Which template it would stand in for.</param>
/// <param name="File">The file, or null when none was chosen.</param>
public sealed record CheckTemplate(Guid AuthorityId, string Key, byte[]? File);

/// <summary>Checks a template without keeping anything of it, or one that is kept.</summary>
public sealed class CheckTemplateHandler(Database database, DocumentTemplates templates)
{
    public Result<TemplateCheck> Handle(Actor actor, CheckTemplate request)
    {
        if (!actor.May(Permission.Read, request.AuthorityId) || ShippedTemplates.Find(request.Key) is not { } shipped)
        {
            return CommonProblems.NoSuchRecord;
        }

        if (!actor.May(Permission.Administer, request.AuthorityId))
        {
            return CommonProblems.NotAllowed;
        }

        return FileProblems.Check(nameof(request.File), request.File, UploadTemplateHandler.LargestFile) is { } problem
            ? problem
            : templates.Check(request.File!, shipped);
    }

    /// <summary>What the check says today of a version that was kept, or of the shipped one (0).</summary>
    public async Task<Result<TemplateCheck>> OfVersionAsync(Actor actor, Guid authorityId, string key, int number, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Read, authorityId) || ShippedTemplates.Find(key) is not { } shipped)
        {
            return CommonProblems.NoSuchRecord;
        }

        var file = await database.ReadAsync(session => DocumentTemplates.FileAsync(session, authorityId, shipped, number), cancellationToken);
        return file is null ? CommonProblems.NoSuchRecord : templates.Check(file, shipped);
    }
}
