using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.PlainLanguage;

/// <summary>Measures a document that was written from a procurement.</summary>
public sealed class MeasureDocumentHandler(GetDocumentFileHandler files, MeasureFileHandler measure)
{
    public async Task<Result<PlainLanguageCard>> HandleAsync(Actor actor, Guid documentId, CancellationToken cancellationToken)
    {
        var file = await files.HandleAsync(actor, documentId, cancellationToken);
        return file.Succeeded ? measure.Handle(file.Value.Content) : file.Problem;
    }
}
