using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.Minutes;
using ReservedProcurement.Core.Meetings.Minutes.ToDos;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.AtMeeting;

/// <summary>The notes from a meeting: what was said and decided, what is to be done, and the versions that have been published.</summary>
public sealed class MinutesModel(GetMinutesHandler get, AddToDoHandler add, MarkToDoHandler mark, RemoveToDoHandler remove, ListColleaguesHandler colleagues, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ToDoInput Input { get; set; } = new();

    public MinutesDetails Details { get; private set; } = null!;

    public IReadOnlyList<Choice> Users { get; private set; } = [];

    public DateOnly Today => SwedishTime.Today(clock);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(await LoadAsync(cancellationToken), _ => Page());

    public async Task<IActionResult> OnGetFileAsync(int number, CancellationToken cancellationToken)
    {
        Result<DocumentFile> file = await get.FileAsync(HttpContext.Actor(), Id, number, cancellationToken);
        return this.ToPage(file, found => File(found.Content, found.ContentType, found.FileName));
    }

    public Task<IActionResult> OnPostAddAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => add.HandleAsync(HttpContext.Actor(), new AddToDo { MeetingId = Id, Task = Input.Task, Responsible = Input.Responsible, UserId = Input.UserId, DueOn = Input.DueOn }, cancellationToken),
        _ => Back("Uppgiften är tillagd."),
        () => LoadAsync(cancellationToken));

    public Task<IActionResult> OnPostDoneAsync(Guid toDoId, bool isDone, CancellationToken cancellationToken) => this.SubmitAsync(
        () => mark.HandleAsync(HttpContext.Actor(), new MarkToDo(Id, toDoId, isDone), cancellationToken),
        _ => Back(isDone ? "Uppgiften är markerad som klar." : "Uppgiften är inte längre markerad som klar."),
        () => LoadAsync(cancellationToken));

    public Task<IActionResult> OnPostRemoveAsync(Guid toDoId, CancellationToken cancellationToken) => this.SubmitAsync(
        () => remove.HandleAsync(HttpContext.Actor(), new RemoveToDo(Id, toDoId), cancellationToken),
        _ => Back("Uppgiften är borttagen."),
        () => LoadAsync(cancellationToken));

    private RedirectToPageResult Back(string sentence)
    {
        this.Notify(sentence);
        return RedirectToPage(null, null, new { Id }, "att-gora");
    }

    private async Task<Result<MinutesDetails>> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        if (found.Succeeded)
        {
            Details = found.Value;
            var all = await colleagues.HandleAsync(HttpContext.Actor(), Details.Meeting.AuthorityId, cancellationToken);
            Users = all.Succeeded ? Choices.From(all.Value, user => user.Id, user => user.Name) : [];
        }

        return found;
    }

    public sealed class ToDoInput
    {
        public string? Task { get; set; }

        public string? Responsible { get; set; }

        public Guid? UserId { get; set; }

        public DateOnly? DueOn { get; set; }
    }
}
