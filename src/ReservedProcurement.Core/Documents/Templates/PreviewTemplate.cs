using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Authorities.Appearance;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.EqualInformation;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Reference;
using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Core.Documents.Templates;

/// <param name="AuthorityId">Whose template.</param>
/// <param name="Key">Which template.</param>
/// <param name="Number">Which version; 0 for the shipped one.</param>
/// <param name="ProcurementId">A procurement of the authority to fill it with; null for a made-up one.</param>
/// <param name="IsBare">Whether the made-up one is without all that a procurement may be without.</param>
public sealed record PreviewTemplate(Guid AuthorityId, string Key, int Number, Guid? ProcurementId = null, bool IsBare = false);

/// <summary>Fills a version of a template to look at. Nothing is kept, and a field without value shows its name in brackets instead of stopping everything.</summary>
public sealed class PreviewTemplateHandler(Database database, DocumentTemplates templates, GetProcurementHandler procurements, GetAuthorityHandler authorities, GetDialogueHandler dialogues)
{
    public async Task<Result<DocumentFile>> HandleAsync(Actor actor, PreviewTemplate request, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Read, request.AuthorityId) || ShippedTemplates.Find(request.Key) is not { } shipped)
        {
            return CommonProblems.NoSuchRecord;
        }

        var (values, logo, template) = await database.ReadAsync(
            async session => (
                await DatedValues.LoadAsync(session),
                await GetLogoHandler.LoadAsync(session, request.AuthorityId),
                await templates.FindAsync(session, request.AuthorityId, shipped, request.Number)),
            cancellationToken);
        if (template is null)
        {
            return CommonProblems.NoSuchRecord;
        }

        if (template is not { Compiled: { } compiled, Checked.Fits: true })
        {
            return DocumentProblems.DoesNotFit(template.Title, template.Checked.Faults);
        }

        var subject = await SubjectAsync(actor, request, values, cancellationToken);
        if (!subject.Succeeded)
        {
            return subject.Problem;
        }

        var (review, authority, known, dialogue) = subject.Value;
        using var file = new MemoryStream();
        try
        {
            var facts = new DocumentFacts(review, authority, IsBare(request) ? null : logo, known, SwedishTime.Today(database.Clock))
            {
                Meeting = request is { ProcurementId: null, IsBare: false } ? SampleDialogue.Meeting(SwedishTime.Today(database.Clock)) : null,
                Dialogue = dialogue,
            };
            compiled.Fill(DocumentModel.Of(facts, template, documentId: Guid.Empty), file, new FillOptions { Missing = MissingValuePolicy.Marker, CancellationToken = cancellationToken });
        }
        catch (WordTemplateException exception)
        {
            return DocumentProblems.DoesNotFit(template.Title, exception.Faults);
        }

        return new DocumentFile(DocumentPacks.FileName("Förhandsvisning", $"{template.Title}, {template.Version.Name}"), GetDocumentFileHandler.WordContentType, file.ToArray());
    }

    private async Task<Result<Subject>> SubjectAsync(Actor actor, PreviewTemplate request, DatedValueSet values, CancellationToken cancellationToken)
    {
        if (request.ProcurementId is not { } id)
        {
            var today = SwedishTime.Today(database.Clock);
            return request.IsBare
                ? new Subject(Review(BareSampleProcurement.Of(today)), BareSampleProcurement.Authority, BareSampleProcurement.Without(values), DialogueFacts.None)
                : new Subject(Review(SampleProcurement.Of(today)), SampleProcurement.Authority, values, SampleDialogue.Dialogue(today));
        }

        var review = await procurements.HandleAsync(actor, id, cancellationToken);
        if (!review.Succeeded || review.Value.Procurement.AuthorityId != request.AuthorityId)
        {
            return CommonProblems.NoSuchRecord;
        }

        var authority = await authorities.HandleAsync(actor, request.AuthorityId, cancellationToken);
        var dialogue = await dialogues.HandleAsync(actor, id, cancellationToken);
        return authority.Succeeded && dialogue.Succeeded
            ? new Subject(review.Value, authority.Value, values, DialogueFacts.Of(dialogue.Value))
            : authority.Problem ?? dialogue.Problem!;

        ProcurementReview Review(Procurement made) => GetProcurementHandler.Review(made, values, database.Clock, mayEdit: false);
    }

    private static bool IsBare(PreviewTemplate request) => request is { ProcurementId: null, IsBare: true };

    private sealed record Subject(ProcurementReview Review, Authority Authority, DatedValueSet Values, DialogueFacts Dialogue);
}
