using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.Minutes.ToDos;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Display;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.AtMeeting;

/// <summary>What has been promised at all meetings: one's own, a unit's, or all.</summary>
public sealed class ToDosModel(FindToDosHandler find, MarkToDoHandler mark, ListAuthoritiesHandler authorities, GetAuthorityHandler authority, TimeProvider clock) : PageModel
{
    public const string Mine = "mina";
    public const string Done = "klara";
    public const string Everything = "alla";

    [BindProperty(Name = ListQuery.Search, SupportsGet = true)]
    public string? Text { get; set; }

    /// <summary>One's own, the id of a unit, or nothing for all.</summary>
    [BindProperty(Name = "vems", SupportsGet = true)]
    public string? Whose { get; set; }

    [BindProperty(Name = "lage", SupportsGet = true)]
    public string? State { get; set; }

    public IReadOnlyList<ToDo> Found { get; private set; } = [];

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public bool MayMark => HttpContext.Actor().MayAnywhere(Permission.EditProcurements);

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Text) || !string.IsNullOrEmpty(Whose) || !string.IsNullOrEmpty(State);

    public DateOnly Today => SwedishTime.Today(clock);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(await LoadAsync(cancellationToken), _ => Page(), prefix: "");

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken) => this.ToPage(
        await find.ExportAsync(HttpContext.Actor(), Filter(), cancellationToken),
        file => File(file.Content, file.ContentType, file.FileName));

    public Task<IActionResult> OnPostDoneAsync(Guid meetingId, Guid toDoId, bool isDone, CancellationToken cancellationToken) => this.SubmitAsync(
        () => mark.HandleAsync(HttpContext.Actor(), new MarkToDo(meetingId, toDoId, isDone), cancellationToken),
        toDo =>
        {
            this.Notify(toDo.IsDone ? $"Klart: {toDo.Task}" : $"Inte klart: {toDo.Task}");
            return RedirectToPage(new { sok = Text, vems = Whose, lage = State });
        },
        () => LoadAsync(cancellationToken));

    private FindToDos Filter() => new()
    {
        Text = Text,
        Mine = Whose == Mine,
        UnitId = Guid.TryParse(Whose, out var unit) ? unit : null,
        IsDone = State switch { Done => true, Everything => null, _ => false },
    };

    private async Task<Result<IReadOnlyList<ToDo>>> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await find.HandleAsync(HttpContext.Actor(), Filter(), cancellationToken);
        Found = found.Succeeded ? found.Value : [];
        List<Choice> units = [];
        foreach (var known in await authorities.HandleAsync(HttpContext.Actor(), cancellationToken))
        {
            var one = await authority.HandleAsync(HttpContext.Actor(), known.Id, cancellationToken);
            units.AddRange(one.Succeeded ? Choices.From(one.Value.Units, unit => unit.Id, unit => unit.Name) : []);
        }

        Units = units;
        return found;
    }
}
