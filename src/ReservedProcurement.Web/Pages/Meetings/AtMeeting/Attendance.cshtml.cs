using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings.Attendance;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register;
using ReservedProcurement.Core.Register.Search;
using ReservedProcurement.Web.Display;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.AtMeeting;

/// <summary>Who comes, one tap for each party, and a list to print. Works on a tablet at the door, without a script.</summary>
public sealed class AttendanceModel(GetAttendanceHandler get, CheckInHandler checkIn, UndoCheckInHandler undo, ExportAttendanceHandler export, FindSocialEnterprisesHandler find) : PageModel
{
    private const int MostFound = 10;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What is looked for in the register.</summary>
    [FromQuery(Name = ListQuery.Search)]
    public string? Sought { get; set; }

    /// <summary>The line that was tapped.</summary>
    [BindProperty]
    public AttendanceInput Line { get; set; } = new();

    /// <summary>An organisation that stands neither in the list nor in the register.</summary>
    [BindProperty]
    public AttendanceInput Input { get; set; } = new();

    public AttendanceList List { get; private set; } = null!;

    /// <summary>Enterprises of the register that are neither invited nor here yet.</summary>
    public IReadOnlyList<SocialEnterprise> Found { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => this.ToPage(await LoadAsync(cancellationToken), _ => Page());

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken) => this.ToPage(
        await export.HandleAsync(HttpContext.Actor(), Id, cancellationToken),
        file => File(file.Content, file.ContentType, file.FileName));

    public Task<IActionResult> OnPostCameAsync(CancellationToken cancellationToken) => NoteAsync(Line, nameof(Line), cancellationToken);

    public Task<IActionResult> OnPostOtherAsync(CancellationToken cancellationToken) => NoteAsync(Input, nameof(Input), cancellationToken);

    public Task<IActionResult> OnPostUndoAsync(Guid attendanceId, CancellationToken cancellationToken) => this.SubmitAsync(
        () => undo.HandleAsync(HttpContext.Actor(), new UndoCheckIn(Id, attendanceId), cancellationToken),
        arrival =>
        {
            this.Notify($"{arrival.PartyName} är inte längre noterad som närvarande.");
            return RedirectToPage(null, null, new { Id }, arrival.InvitationId is null ? null : Anchor(arrival));
        },
        () => LoadAsync(cancellationToken));

    /// <summary>Where on the page a party stands.</summary>
    public static string Anchor(AttendanceLine line) => $"part-{line.InvitationId ?? line.Came!.Id:N}";

    private static string Anchor(Arrival arrival) => $"part-{arrival.InvitationId ?? arrival.Id:N}";

    /// <summary>Whether this line was tapped and could not be taken.</summary>
    public bool IsTried(AttendanceLine line) => !ModelState.IsValid && Line.InvitationId is { } tried && tried == line.InvitationId;

    private Task<IActionResult> NoteAsync(AttendanceInput input, string prefix, CancellationToken cancellationToken) => this.SubmitAsync(
        () => checkIn.HandleAsync(
            HttpContext.Actor(),
            new CheckIn
            {
                MeetingId = Id,
                InvitationId = input.InvitationId,
                SocialEnterpriseId = input.SocialEnterpriseId,
                PartyName = input.PartyName,
                Supervisors = input.Supervisors,
                Participants = input.Participants,
            },
            cancellationToken),
        arrival =>
        {
            this.Notify($"{arrival.PartyName} är här: {MeetingText.Persons(arrival.Supervisors, arrival.Participants)}.");
            return RedirectToPage(null, null, new { Id }, Anchor(arrival));
        },
        () => LoadAsync(cancellationToken),
        prefix);

    private async Task<Result<AttendanceList>> LoadAsync(CancellationToken cancellationToken)
    {
        var list = await get.HandleAsync(HttpContext.Actor(), Id, cancellationToken);
        if (!list.Succeeded)
        {
            return list;
        }

        List = list.Value;
        if (!string.IsNullOrWhiteSpace(Sought))
        {
            var found = await find.HandleAsync(HttpContext.Actor(), new FindSocialEnterprises { Text = Sought, PageSize = MostFound }, cancellationToken);
            var listed = List.Lines.Select(line => line.SocialEnterpriseId).ToHashSet();
            Found = found.Succeeded ? [.. found.Value.Items.Where(enterprise => !listed.Contains(enterprise.Id))] : [];
        }

        return list;
    }

    public sealed class AttendanceInput
    {
        public Guid? InvitationId { get; set; }

        public Guid? SocialEnterpriseId { get; set; }

        public string? PartyName { get; set; }

        public int? Supervisors { get; set; }

        public int? Participants { get; set; }
    }
}
