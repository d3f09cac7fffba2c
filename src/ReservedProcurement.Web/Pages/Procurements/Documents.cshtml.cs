using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.EqualInformation;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Procurements;

public sealed class DocumentsModel(GetProcurementHandler get, ListDocumentsHandler list, WriteDocumentPackHandler write, GetDocumentFileHandler files, GetDialogueHandler dialogues, GetAuthorityHandler authorities, TimeProvider clock) : PageModel
{
    [BindProperty]
    public DocumentsInput Input { get; set; } = new();

    public ProcurementReview Review { get; private set; } = null!;

    public IReadOnlyList<DocumentPack> Packs { get; private set; } = [];

    public ProcurementDialogue Dialogue { get; private set; } = null!;

    /// <summary>Whether nobody has told where the data protection officer is reached; the documents then refer to the contact person.</summary>
    public bool LacksDataProtectionContact { get; private set; }

    /// <summary>The documents that belong to the procurement, by when they are used.</summary>
    public IReadOnlyList<IGrouping<DocumentGroup, DocumentChoice>> Choices { get; private set; } = [];

    /// <summary>The documents of a pack in their groups; a template that is no longer shipped comes last.</summary>
    public static IEnumerable<IGrouping<DocumentGroup?, GeneratedDocument>> Grouped(DocumentPack pack) => pack.Documents.GroupBy(GroupOf).OrderBy(group => group.Key is null).ThenBy(group => group.Key);

    private static DocumentGroup? GroupOf(GeneratedDocument document) => ShippedTemplates.Find(document.TemplateKey)?.Group;

    /// <summary>Whether the procurement has changed since the latest pack was written.</summary>
    public bool IsOutdated => Packs.Count > 0 && Packs[0].ProcurementVersion != Review.Procurement.Version;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) is { } problem ? this.Refuse(problem) : ShowDue();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) is { } problem
            ? this.Refuse(problem)
            : await this.SubmitAsync(
                () => write.HandleAsync(HttpContext.Actor(), new WriteDocumentPack(id, Input.Templates), cancellationToken),
                pack =>
                {
                    this.Notify(pack.Documents.Count == 1 ? "Dokumentet är skrivet." : $"{pack.Documents.Count} dokument är skrivna.");
                    return RedirectToPage("Documents", new { id });
                });

    public async Task<IActionResult> OnGetFileAsync(Guid documentId, CancellationToken cancellationToken) =>
        ToFile(await files.HandleAsync(HttpContext.Actor(), documentId, cancellationToken));

    public async Task<IActionResult> OnGetPackAsync(Guid packId, CancellationToken cancellationToken) =>
        ToFile(await files.PackAsync(HttpContext.Actor(), packId, cancellationToken));

    private PageResult ShowDue()
    {
        Input.Templates = [.. Choices.SelectMany(group => group).Where(choice => choice.IsDue).Select(choice => choice.Template.Key)];
        return Page();
    }

    private async Task<Problem?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var review = await get.HandleAsync(HttpContext.Actor(), id, cancellationToken);
        var packs = await list.HandleAsync(HttpContext.Actor(), id, cancellationToken);
        var dialogue = await dialogues.HandleAsync(HttpContext.Actor(), id, cancellationToken);
        if (!review.Succeeded || !packs.Succeeded || !dialogue.Succeeded)
        {
            return review.Problem ?? packs.Problem ?? dialogue.Problem;
        }

        var authority = await authorities.HandleAsync(HttpContext.Actor(), review.Value.Procurement.AuthorityId, cancellationToken);
        if (!authority.Succeeded)
        {
            return authority.Problem;
        }

        LacksDataProtectionContact = DataProtectionContact.Of(authority.Value) is null;
        Review = review.Value;
        Packs = packs.Value;
        Dialogue = dialogue.Value;
        Choices = [.. DocumentPacks.ChoicesFor(Review, SwedishTime.Today(clock), Dialogue.HasPublished).GroupBy(choice => choice.Template.Group)];
        return null;
    }

    private IActionResult ToFile(Result<DocumentFile> result) =>
        result.Succeeded ? File(result.Value.Content, result.Value.ContentType, result.Value.FileName) : this.Refuse(result.Problem);
}

public sealed class DocumentsInput
{
    /// <summary>The keys of the chosen templates.</summary>
    public List<string> Templates { get; set; } = [];
}
