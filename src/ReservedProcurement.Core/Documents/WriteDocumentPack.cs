using System.Security.Cryptography;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Authorities.Appearance;
using ReservedProcurement.Core.Documents.Templates;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.EqualInformation;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Reference;
using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Core.Documents;

/// <param name="ProcurementId">The procurement that the documents tell of.</param>
/// <param name="Templates">The keys of the templates to write, or null for those that are due where the procurement is.</param>
public sealed record WriteDocumentPack(Guid ProcurementId, IReadOnlyList<string>? Templates = null);

/// <summary>Writes the Word documents of a procurement and keeps them, all or none.</summary>
public sealed class WriteDocumentPackHandler(Database database, GetProcurementHandler procurements, GetAuthorityHandler authorities, GetDialogueHandler dialogues, DocumentTemplates templates)
{
    private const string VersionSql = "select Version from Procurements where Id = @Id";

    private const string InsertSql = """
        insert into GeneratedDocuments (Id, ProcurementId, PackId, Position, TemplateKey, TemplateVersion, TemplateSha256, ProcurementVersion,
            FileName, Content, Size, Sha256, CreatedAt, CreatedByName)
        values (@Id, @ProcurementId, @PackId, @Position, @TemplateKey, @TemplateVersion, @TemplateSha256, @ProcurementVersion,
            @FileName, @Content, @Size, @Sha256, @CreatedAt, @CreatedByName)
        """;

    public async Task<Result<DocumentPack>> HandleAsync(Actor actor, WriteDocumentPack request, CancellationToken cancellationToken)
    {
        var found = await procurements.HandleAsync(actor, request.ProcurementId, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Problem;
        }

        var review = found.Value;
        if (!review.MayEdit)
        {
            return CommonProblems.NotAllowed;
        }

        var dialogue = await dialogues.HandleAsync(actor, request.ProcurementId, cancellationToken);
        if (!dialogue.Succeeded)
        {
            return dialogue.Problem;
        }

        var chosen = Choose(review, dialogue.Value, request.Templates);
        if (!chosen.Succeeded)
        {
            return chosen.Problem;
        }

        var authority = await authorities.HandleAsync(actor, review.Procurement.AuthorityId, cancellationToken);
        if (!authority.Succeeded)
        {
            return authority.Problem;
        }

        var files = await FillAsync(review, authority.Value, DialogueFacts.Of(dialogue.Value), chosen.Value, cancellationToken);
        if (!files.Succeeded)
        {
            return files.Problem;
        }

        return await database.WriteAsync<DocumentPack>(actor, write => KeepAsync(write, review.Procurement, files.Value), cancellationToken);
    }

    private Result<IReadOnlyList<ShippedTemplate>> Choose(ProcurementReview review, ProcurementDialogue dialogue, IReadOnlyList<string>? keys)
    {
        var choices = DocumentPacks.ChoicesFor(review, SwedishTime.Today(database.Clock), dialogue.HasPublished);
        if (keys?.FirstOrDefault(key => choices.All(choice => choice.Template.Key != key)) is { } other)
        {
            return DocumentProblems.DoesNotBelong(ShippedTemplates.Find(other)?.Title ?? other);
        }

        // Without a choice a pack is for the suppliers, so it waits until all is there.
        var chosen = keys is null
            ? choices.Where(choice => choice.IsDue && review.IsReadyForDocuments).ToList()
            : [.. choices.Where(choice => keys.Contains(choice.Template.Key))];
        if ((keys is null && !review.IsReadyForDocuments) || chosen.Any(choice => !choice.CanBeWritten))
        {
            return DocumentProblems.NotReadyYet(review.Missing.Count, review.Missing[0].Sentence);
        }

        return chosen.Count == 0 ? DocumentProblems.ChooseOne : Result<IReadOnlyList<ShippedTemplate>>.Of([.. chosen.Select(choice => choice.Template)]);
    }

    private async Task<Result<List<FilledDocument>>> FillAsync(ProcurementReview review, Authority authority, DialogueFacts dialogue, IReadOnlyList<ShippedTemplate> chosen, CancellationToken cancellationToken)
    {
        var (facts, inUse) = await database.ReadAsync(
            async session => (
                new DocumentFacts(review, authority, await GetLogoHandler.LoadAsync(session, authority.Id), await DatedValues.LoadAsync(session), SwedishTime.Today(database.Clock)) { Dialogue = dialogue },
                await templates.InUseAsync(session, authority.Id, chosen)),
            cancellationToken);
        List<FilledDocument> files = [];
        List<(string Template, IReadOnlyList<TemplateFault> Faults)> unfit = [];
        foreach (var template in inUse)
        {
            if (template is not { Compiled: { } compiled, Checked.Fits: true })
            {
                unfit.Add((template.Title, template.Checked.Faults));
                continue;
            }

            var id = NewId.Create(database.Clock);
            using var file = new MemoryStream();
            try
            {
                compiled.Fill(DocumentModel.Of(facts, template, id), file, new FillOptions { CancellationToken = cancellationToken });
            }
            catch (WordTemplateException exception)
            {
                unfit.Add((template.Title, exception.Faults));
                continue;
            }

            files.Add(new FilledDocument(id, template, file.ToArray()));
        }

        return unfit.Count > 0 ? DocumentProblems.DoNotFit(unfit) : files;
    }

    private static async Task<Result<DocumentPack>> KeepAsync(WriteTransaction write, Procurement procurement, List<FilledDocument> files)
    {
        // The documents were filled outside the transaction; if the procurement has moved on since, they would tell of something that no longer is.
        if (await write.SingleOrDefaultAsync<int?>(VersionSql, new { procurement.Id }) != procurement.Version)
        {
            return await write.StaleAsync(AuditSubject.Procurement, procurement.Id, procurement.Version);
        }

        var packId = write.NewId();
        List<GeneratedDocument> documents = [];
        foreach (var (id, template, content) in files)
        {
            var document = new GeneratedDocument
            {
                Id = id,
                ProcurementId = procurement.Id,
                PackId = packId,
                TemplateKey = template.Key,
                TemplateVersion = template.RecordedVersion,
                TemplateSha256 = template.Sha256,
                ProcurementVersion = procurement.Version,
                FileName = DocumentPacks.FileName(procurement.CaseNumber, template.Title),
                Size = content.Length,
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
                CreatedAt = write.Now,
                CreatedByName = write.Actor.Name,
            };
            await write.ExecuteAsync(
                InsertSql,
                new
                {
                    document.Id,
                    document.ProcurementId,
                    document.PackId,
                    Position = documents.Count,
                    document.TemplateKey,
                    document.TemplateVersion,
                    document.TemplateSha256,
                    document.ProcurementVersion,
                    document.FileName,
                    Content = content,
                    document.Size,
                    document.Sha256,
                    document.CreatedAt,
                    document.CreatedByName,
                });
            documents.Add(document);
        }

        await write.AuditAsync(AuditSubject.Procurement, procurement.Id, procurement.Version, "documents-written", null, new { Documents = string.Join(", ", documents.Select(document => document.FileName)) });
        return new DocumentPack(packId, write.Now, write.Actor.Name, procurement.Version, documents);
    }

    private sealed record FilledDocument(Guid Id, DocumentTemplate Template, byte[] Content);
}
