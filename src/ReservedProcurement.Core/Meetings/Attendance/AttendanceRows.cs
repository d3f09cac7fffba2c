using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Meetings.Attendance;

/// <summary>Reads who came.</summary>
internal static class AttendanceRows
{
    private const string Columns = "select Id, MeetingId, InvitationId, SocialEnterpriseId, PartyName, Supervisors, Participants, NotedAt, NotedByName from MeetingAttendances ";

    private const string OfMeetingSql = Columns + "where MeetingId = @MeetingId order by PartyKey, Id";

    private const string BySubjectSql = Columns + "where MeetingId = @MeetingId and SubjectKey = @SubjectKey";

    private const string ByIdSql = Columns + "where MeetingId = @MeetingId and Id = @Id";

    public static Task<IReadOnlyList<Arrival>> OfMeetingAsync(SqlSession session, Guid meetingId) => session.QueryAsync<Arrival>(OfMeetingSql, new { MeetingId = meetingId });

    public static Task<Arrival?> BySubjectAsync(SqlSession session, Guid meetingId, string subjectKey) =>
        session.SingleOrDefaultAsync<Arrival>(BySubjectSql, new { MeetingId = meetingId, SubjectKey = subjectKey });

    public static Task<Arrival?> ByIdAsync(SqlSession session, Guid meetingId, Guid id) => session.SingleOrDefaultAsync<Arrival>(ByIdSql, new { MeetingId = meetingId, Id = id });

    public static async Task<IReadOnlyList<AttendanceLine>> LinesAsync(SqlSession session, Guid meetingId)
    {
        var came = await OfMeetingAsync(session, meetingId);
        var invited = await InvitationRows.OfMeetingAsync(session, meetingId);
        var byInvitation = came.Where(arrival => arrival.InvitationId is not null).ToDictionary(arrival => arrival.InvitationId!.Value);
        return
        [
            .. invited.Select(invitation => Line(invitation, byInvitation.GetValueOrDefault(invitation.Id)))
                .Concat(came.Where(arrival => arrival.InvitationId is null).Select(arrival => new AttendanceLine
                {
                    SocialEnterpriseId = arrival.SocialEnterpriseId,
                    PartyName = arrival.PartyName,
                    Came = arrival,
                }))
                .OrderBy(line => SwedishText.Key(line.PartyName), StringComparer.Ordinal),
        ];
    }

    /// <summary>Somebody who has said nothing comes with one person until told otherwise.</summary>
    public static (int Supervisors, int Participants) Expected(Invitation invitation) =>
        invitation.Answer is MeetingAnswer.Yes or MeetingAnswer.Maybe && invitation.Supervisors + invitation.Participants > 0 ? (invitation.Supervisors, invitation.Participants) : (1, 0);

    private static AttendanceLine Line(Invitation invitation, Arrival? came)
    {
        var (supervisors, participants) = Expected(invitation);
        return new AttendanceLine
        {
            InvitationId = invitation.Id,
            SocialEnterpriseId = invitation.SocialEnterpriseId,
            PartyName = invitation.PartyName,
            Answer = invitation.Answer,
            Needs = invitation.Needs,
            ExpectedSupervisors = supervisors,
            ExpectedParticipants = participants,
            Came = came,
        };
    }
}
