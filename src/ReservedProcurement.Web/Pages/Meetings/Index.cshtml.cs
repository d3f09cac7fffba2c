using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Kinds;
using ReservedProcurement.Web.Display;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings;

public sealed class IndexModel(FindMeetingsHandler find, ExportMeetingsHandler export, ListOwnKindsHandler listKinds) : PageModel
{
    public const string ByTitle = "rubrik";
    public const string ByDate = "dag";
    public const string Coming = "kommande";
    public const string Past = "tidigare";

    [BindProperty(Name = ListQuery.Search, SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(Name = "slag", SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(Name = "nar", SupportsGet = true)]
    public string? When { get; set; }

    [BindProperty(Name = ListQuery.Sort, SupportsGet = true)]
    public string? SortBy { get; set; }

    [BindProperty(Name = ListQuery.Direction, SupportsGet = true)]
    public string? Direction { get; set; }

    [BindProperty(Name = ListQuery.Page, SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public MeetingPage? Found { get; private set; }

    public IReadOnlyList<Choice> Kinds { get; private set; } = [];

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Text) || !string.IsNullOrEmpty(Kind) || !string.IsNullOrEmpty(When);

    public bool MayAdd => HttpContext.Actor().MayAnywhere(Permission.EditProcurements);

    public string ExcelAddress => ListQuery.With(Request, ("handler", "Excel"), (ListQuery.Page, null));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var kinds = await listKinds.HandleAsync(HttpContext.Actor(), null, cancellationToken);
        Kinds = KindChoices.Of(kinds.Succeeded ? kinds.Value : []);
        return ModelState.IsValid
            ? this.ToPage(
                await find.HandleAsync(HttpContext.Actor(), Filter(), cancellationToken),
                page =>
                {
                    Found = page;
                    return Page();
                },
                prefix: "")
            : Unreadable();
    }

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken) => ModelState.IsValid
        ? this.ToPage(
            await export.HandleAsync(HttpContext.Actor(), new ExportMeetings(Filter()), cancellationToken),
            file => File(file.Content, file.ContentType, file.FileName),
            prefix: "")
        : Unreadable();

    private PageResult Unreadable()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private FindMeetings Filter() => new()
    {
        Text = Text,
        Kind = KindChoices.Read(Kind).Kind,
        OwnKindId = KindChoices.Read(Kind).OwnKindId,
        Coming = When switch
        {
            Coming => true,
            Past => false,
            _ => null,
        },
        Sort = (SortBy, Direction == ListQuery.Descending) switch
        {
            (ByTitle, false) => MeetingSort.Title,
            (ByTitle, true) => MeetingSort.TitleDescending,
            (ByDate, false) => MeetingSort.Date,
            (ByDate, true) => MeetingSort.DateDescending,
            _ => MeetingSort.Next,
        },
        Page = Math.Clamp(PageNumber, 1, 1_000_000),
    };
}
