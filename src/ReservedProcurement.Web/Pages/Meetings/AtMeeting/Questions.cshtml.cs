using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings.Questions;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.AtMeeting;

public sealed class QuestionsModel(GetQuestionsHandler get) : PageModel
{
    [FromQuery(Name = "lage")]
    public QuestionState? State { get; set; }

    public QuestionList List { get; private set; } = null!;

    public IEnumerable<MeetingQuestion> Shown => List.Items.Where(question => State is null || question.State == State);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => this.ToPage(
        await get.HandleAsync(HttpContext.Actor(), id, cancellationToken),
        list =>
        {
            List = list;
            return Page();
        });
}
