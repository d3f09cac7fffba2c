using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings.Questions;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.AtMeeting;

[Authorize(Policies.EditProcurements)]
public sealed class EditAnswerModel(GetQuestionsHandler get, AnswerQuestionHandler answer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid QuestionId { get; set; }

    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    public MeetingQuestion Question { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(await LoadAsync(cancellationToken), list =>
    {
        Input = new AnswerInput { Question = Question.Question, Answer = Question.Answer, Version = Question.Version };
        return list.MayEdit ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    });

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.SubmitAsync(
        () => answer.HandleAsync(
            HttpContext.Actor(),
            new AnswerQuestion { MeetingId = Id, Id = QuestionId, Version = Input.Version, Question = Input.Question, Answer = Input.Answer, Reason = Input.Reason },
            cancellationToken),
        _ =>
        {
            this.Notify("Svaret är sparat. Publicera det under Lika information.");
            return RedirectToPage("Questions", new { Id });
        },
        () => LoadAsync(cancellationToken));

    private async Task<Result<QuestionList>> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        if (!found.Succeeded || found.Value.Items.FirstOrDefault(one => one.Id == QuestionId) is not { } question)
        {
            return found.Problem ?? CommonProblems.NoSuchRecord;
        }

        Question = question;
        return found;
    }

    public sealed class AnswerInput
    {
        public string? Question { get; set; }

        public string? Answer { get; set; }

        public string? Reason { get; set; }

        public int Version { get; set; }
    }
}
