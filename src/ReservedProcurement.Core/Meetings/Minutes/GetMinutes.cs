using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Meetings.Attendance;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Meetings.Minutes.ToDos;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Minutes;

/// <summary>The notes of a meeting as they are now, and all versions.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Latest">The latest version, a draft or published; null before anything is written.</param>
/// <param name="Versions">All versions, the latest first, without what they say.</param>
/// <param name="ToDos">What somebody has promised to do.</param>
/// <param name="Came">How many parties came.</param>
public sealed record MinutesDetails(Meeting Meeting, MeetingMinutes? Latest, IReadOnlyList<MeetingMinutes> Versions, IReadOnlyList<ToDo> ToDos, int Came)
{
    public required bool MayEdit { get; init; }
    public required int Invited { get; init; }

    public bool HasDraft => Latest is { IsPublished: false };
}

public sealed class GetMinutesHandler(Database database)
{
    private const string FileSql = "select m.AuthorityId, n.FileName, n.Content from MeetingMinutes n join Meetings m on m.Id = n.MeetingId where n.MeetingId = @MeetingId and n.Number = @Number and n.Content is not null";

    public async Task<Result<MinutesDetails>> HandleAsync(Actor actor, Guid meetingId, CancellationToken cancellationToken) => await database.ReadAsync<Result<MinutesDetails>>(
        async session =>
        {
            var found = await LoadMeeting.ToReadAsync(session, actor, meetingId);
            if (!found.Succeeded)
            {
                return found.Problem;
            }

            var versions = await MinutesRows.VersionsAsync(session, meetingId);
            return new MinutesDetails(
                found.Value,
                versions is [var latest, ..] ? await MinutesRows.WithContentAsync(session, latest) : null,
                versions,
                await ToDoRows.OfMeetingAsync(session, meetingId),
                (await AttendanceRows.OfMeetingAsync(session, meetingId)).Count)
            {
                MayEdit = actor.May(Permission.EditProcurements, found.Value.AuthorityId),
                Invited = await InvitationRows.CountAsync(session, meetingId),
            };
        },
        cancellationToken);

    /// <summary>The Word file of a published version, exactly as it was kept.</summary>
    public async Task<Result<DocumentFile>> FileAsync(Actor actor, Guid meetingId, int number, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(session => session.SingleOrDefaultAsync<FileRow>(FileSql, new { MeetingId = meetingId, Number = number }), cancellationToken);
        return row is not null && actor.May(Permission.Read, row.AuthorityId) ? new DocumentFile(row.FileName, GetDocumentFileHandler.WordContentType, row.Content) : CommonProblems.NoSuchRecord;
    }

    private sealed record FileRow
    {
        public required Guid AuthorityId { get; init; }
        public required string FileName { get; init; }
        public required byte[] Content { get; init; }
    }
}
