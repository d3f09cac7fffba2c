using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.DatePolls.Replies;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.DatePolls;

/// <summary>Notes what somebody has said by telephone or in a mail, below all the answers that have been given.</summary>
[Authorize(Policies.EditProcurements)]
public sealed class ReplyModel(NoteReplyHandler note) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid PartyId { get; set; }

    [BindProperty]
    public ReplyInput Input { get; set; } = new();

    [BindProperty]
    public AnswerSource Source { get; set; } = AnswerSource.Officer;

    public PartyReplies Replies { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(await LoadAsync(cancellationToken), found =>
    {
        Input = ReplyInput.Of(found.Proposals, found.Party);
        return found.MayEdit ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    });

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => note.HandleAsync(HttpContext.Actor(), new NoteReply(Input.ToContent()) { PartyId = PartyId, Source = Source }, cancellationToken),
        party =>
        {
            this.Notify($"Svaret från {party.PartyName} är sparat.");
            return RedirectToPage("Details", new { Id });
        },
        () => LoadAsync(cancellationToken));

    private async Task<Result<PartyReplies>> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await note.LookAsync(HttpContext.Actor(), PartyId, cancellationToken);
        if (found.Succeeded && found.Value.Poll.Id != Id)
        {
            return CommonProblems.NoSuchRecord;
        }

        Replies = found.Succeeded ? found.Value : null!;
        Input.Fill(found.Succeeded ? found.Value.Proposals.Count : 0);
        return found;
    }
}
