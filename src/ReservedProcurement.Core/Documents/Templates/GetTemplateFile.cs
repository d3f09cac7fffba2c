using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Documents.Templates;

/// <summary>The file of a version, exactly as it was shipped (0) or came in, under a name of ours.</summary>
public sealed class GetTemplateFileHandler(Database database)
{
    public async Task<Result<DocumentFile>> HandleAsync(Actor actor, Guid authorityId, string key, int number, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Read, authorityId) || ShippedTemplates.Find(key) is not { } shipped)
        {
            return CommonProblems.NoSuchRecord;
        }

        var file = await database.ReadAsync(session => DocumentTemplates.FileAsync(session, authorityId, shipped, number), cancellationToken);
        var name = number == 0 ? shipped.AsVersion().Name : TemplateVersionNames.Own(number);
        return file is null
            ? CommonProblems.NoSuchRecord
            : new DocumentFile(DocumentPacks.FileName(shipped.Title, name), GetDocumentFileHandler.WordContentType, file);
    }
}
