using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Spreadsheets;

namespace ReservedProcurement.Core.Meetings.Attendance;

/// <summary>The attendance list as an Excel file.</summary>
public sealed class ExportAttendanceHandler(GetAttendanceHandler get)
{
    private const string SheetName = "Närvaro";

    private static readonly ExcelColumn<AttendanceLine>[] Columns =
    [
        new("Organisation", 38, line => line.PartyName),
        new("Inbjuden", 12, line => line.IsInvited ? "Ja" : "Nej"),
        new("Svar", 12, line => line.Answer is { } answer ? Texts.Name(answer) : null),
        new("Kom", 10, line => line.Came is null ? "Nej" : "Ja"),
        new("Handledare och andra anställda", 18, line => (long?)line.Came?.Supervisors),
        new("Deltagare", 12, line => (long?)line.Came?.Participants),
        new("Noterat", 18, line => line.Came is { } came ? SwedishTime.DayAndTime(came.NotedAt) : null),
        new("Noterat av", 24, line => line.Came?.NotedByName),
        new("Behov", 40, line => line.Needs),
    ];

    public async Task<Result<ExportedFile>> HandleAsync(Actor actor, Guid meetingId, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(actor, meetingId, cancellationToken);
        return found.Succeeded
            ? new ExportedFile($"narvaro-{SwedishTime.Day(found.Value.Meeting.Day)}.xlsx", ExcelFile.ContentType, ExcelFile.Write(SheetName, Columns, found.Value.Lines))
            : found.Problem;
    }
}
