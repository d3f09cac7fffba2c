using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.Questions;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.AtMeeting;

/// <summary>Notes a question, or takes up one that came with an answer, and answers it at once or later.</summary>
[Authorize(Policies.EditProcurements)]
public sealed class NewQuestionModel(GetQuestionsHandler get, NoteQuestionHandler note) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Whose answer the question came with.</summary>
    [BindProperty(Name = "inbjudan", SupportsGet = true)]
    public Guid? InvitationId { get; set; }

    [BindProperty]
    public QuestionInput Input { get; set; } = new();

    /// <summary>Null when the question did not come with an answer.</summary>
    public SentQuestion? Sent { get; private set; }

    public static IReadOnlyList<Choice> SourceChoices { get; } =
    [
        new(nameof(QuestionSource.AtMeeting), Texts.Name(QuestionSource.AtMeeting)),
        new(nameof(QuestionSource.Afterwards), Texts.Name(QuestionSource.Afterwards)),
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(await LoadAsync(cancellationToken), list =>
    {
        Input.Question = Sent?.Question;
        return list.MayEdit ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    });

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => note.HandleAsync(
            HttpContext.Actor(),
            new NoteQuestion { MeetingId = Id, InvitationId = InvitationId, Source = Input.Source, Question = Input.Question, Answer = Input.Answer },
            cancellationToken),
        noted =>
        {
            this.Notify(noted.Answer is null ? "Frågan är sparad." : "Frågan och svaret är sparade. Publicera dem under Lika information.");
            return RedirectToPage("Questions", new { Id });
        },
        () => LoadAsync(cancellationToken));

    private async Task<Result<QuestionList>> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        Sent = found.Succeeded ? found.Value.Sent.FirstOrDefault(sent => sent.InvitationId == InvitationId) : null;
        return found;
    }

    public sealed class QuestionInput
    {
        public QuestionSource Source { get; set; } = QuestionSource.AtMeeting;

        public string? Question { get; set; }

        public string? Answer { get; set; }
    }
}
