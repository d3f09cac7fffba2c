using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.Calendars;
using ReservedProcurement.Core.Meetings.Kinds;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Display;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.Calendar;

public sealed class IndexModel(ReadCalendarHandler read, ListAuthoritiesHandler listAuthorities, ListOwnKindsHandler listKinds) : PageModel
{
    public const string MonthQuery = "manad";
    public const string Ours = "vara";

    private const string MonthFormat = "yyyy-MM";

    /// <summary>For instance <c>2026-12</c>.</summary>
    [BindProperty(Name = MonthQuery, SupportsGet = true)]
    public string? MonthText { get; set; }

    /// <summary>An authority, or an authority and a unit with a slash between.</summary>
    [BindProperty(Name = "enhet", SupportsGet = true)]
    public string? Host { get; set; }

    [BindProperty(Name = "slag", SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(Name = "vems", SupportsGet = true)]
    public string? Whose { get; set; }

    public MeetingMonth Shown { get; private set; } = null!;

    public IReadOnlyList<Choice> Hosts { get; private set; } = [];

    public IReadOnlyList<Choice> Kinds { get; private set; } = [];

    public bool IsFiltered => !string.IsNullOrEmpty(Host) || !string.IsNullOrEmpty(Kind) || !string.IsNullOrEmpty(Whose);

    public bool MayAdd => HttpContext.Actor().MayAnywhere(Permission.EditProcurements);

    /// <summary>The months of the year, with how many meetings each has.</summary>
    public IEnumerable<(DateOnly First, int Count)> MonthsOfYear => Shown.OfYear.Select((count, index) => (new DateOnly(Shown.Month.First.Year, index + 1, 1), count));

    public static string Text(DateOnly month) => month.ToString(MonthFormat, CultureInfo.InvariantCulture);

    /// <summary>This page with another month and the same filter.</summary>
    public string Address(DateOnly? month) => ListQuery.With(Request, (MonthQuery, month is { } chosen ? Text(chosen) : null));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var actor = HttpContext.Actor();
        var authorities = await listAuthorities.HandleAsync(actor, cancellationToken);
        Hosts = MeetingText.Hosts(authorities, openOnly: false);
        var kinds = await listKinds.HandleAsync(actor, null, cancellationToken);
        Kinds = KindChoices.Of(kinds.Succeeded ? kinds.Value : []);

        DateOnly? day = DateOnly.TryParseExact(MonthText, MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : null;
        var found = await read.HandleAsync(actor, Filter(day), cancellationToken);
        if (day is not null && found.Problem?.Kind != ProblemKind.Invalid || string.IsNullOrWhiteSpace(MonthText))
        {
            return this.ToPage(found, Show);
        }

        // What was written is no month that can be shown: this month is, with the error at the field.
        var now = await read.HandleAsync(actor, Filter(null), cancellationToken);
        return this.ToPage(now, month =>
        {
            Show(month);
            return this.Refuse(Problem.OnField(MonthQuery, CalendarProblems.NotAMonth), prefix: "");
        });
    }

    private PageResult Show(MeetingMonth month)
    {
        Shown = month;
        return Page();
    }

    private ReadCalendar Filter(DateOnly? day)
    {
        var ((authority, unit), (kind, ownKind)) = (MeetingText.ReadHost(Host), KindChoices.Read(Kind));
        return new ReadCalendar { Day = day, AuthorityId = authority, UnitId = unit, Kind = kind, OwnKindId = ownKind, OnlyOwn = Whose == Ours };
    }
}
