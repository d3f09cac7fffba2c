using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Spreadsheets;

namespace ReservedProcurement.Core.Meetings;

/// <summary>What the list shows, all pages of it in its order, as an Excel file.</summary>
public sealed record ExportMeetings(FindMeetings Filter);

public sealed class ExportMeetingsHandler(Database database, FindMeetingsHandler.Validator validator)
{
    private const string SheetName = "Möten";

    private static readonly ExcelColumn<MeetingSummary>[] Columns =
    [
        new("Möte", 40, meeting => meeting.Title),
        new("Slag av möte", 24, meeting => meeting.KindName),
        new("Myndighet", 28, meeting => meeting.AuthorityName),
        new("Enhet", 28, meeting => meeting.UnitName),
        new("Börjar", 18, meeting => SwedishTime.DayAndTime(meeting.StartsAt)),
        new("Slutar", 18, meeting => SwedishTime.DayAndTime(meeting.EndsAt)),
        new("Plats", 34, meeting => meeting.Place),
        new("Inställt", 18, meeting => meeting.CancelledAt is { } at ? SwedishTime.DayAndTime(at) : null),
        new("Inbjudna", 12, meeting => (long)meeting.Invited),
        new("Svarat", 12, meeting => (long)meeting.Answered),
        new("Kommer", 12, meeting => (long)meeting.Coming),
        new("Id", 40, meeting => meeting.Id),
    ];

    public async Task<Result<ExportedFile>> HandleAsync(Actor actor, ExportMeetings request, CancellationToken cancellationToken)
    {
        if (!actor.MayAnywhere(Permission.Read))
        {
            return CommonProblems.NotAllowed;
        }

        if (validator.Problem(request.Filter) is { } problem)
        {
            return problem;
        }

        var parameters = FindMeetingsHandler.Parameters(actor, request.Filter, database.Clock.GetUtcNow(), 1, int.MaxValue);
        var meetings = await database.ReadAsync(session => session.QueryAsync<MeetingSummary>(FindMeetingsHandler.PageSql, parameters), cancellationToken);
        return new ExportedFile($"moten-{SwedishTime.Day(SwedishTime.Today(database.Clock))}.xlsx", ExcelFile.ContentType, ExcelFile.Write(SheetName, Columns, meetings));
    }
}
