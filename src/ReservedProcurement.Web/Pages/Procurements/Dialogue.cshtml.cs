using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Meetings.EqualInformation;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Procurements;

/// <summary>The meetings about a procurement, and everything that was told at them.</summary>
public sealed class DialogueModel(GetProcurementHandler get, GetDialogueHandler dialogues, OpenProcurementPageHandler open, WriteDocumentPackHandler write) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Procurement Procurement { get; private set; } = null!;

    public ProcurementDialogue Dialogue { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(await LoadAsync(cancellationToken), _ => Page());

    public Task<IActionResult> OnPostOpenAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => open.HandleAsync(HttpContext.Actor(), new OpenProcurementPage(Id), cancellationToken),
        _ =>
        {
            this.Notify("Den öppna sidan finns nu.");
            return RedirectToPage(new { Id });
        },
        () => LoadAsync(cancellationToken));

    public Task<IActionResult> OnPostAnnexAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => write.HandleAsync(HttpContext.Actor(), new WriteDocumentPack(Id, [ShippedTemplates.DialogueAnnex.Key]), cancellationToken),
        _ =>
        {
            this.Notify("Bilagan är skriven och finns bland upphandlingens dokument.");
            return RedirectToPage("Documents", new { Id });
        },
        () => LoadAsync(cancellationToken));

    private async Task<Result<ProcurementDialogue>> LoadAsync(CancellationToken cancellationToken)
    {
        var review = await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        var dialogue = await dialogues.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        if (!review.Succeeded || !dialogue.Succeeded)
        {
            return review.Problem ?? dialogue.Problem!;
        }

        Procurement = review.Value.Procurement;
        Dialogue = dialogue.Value;
        return dialogue;
    }
}
