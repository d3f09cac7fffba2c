using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.Incoming;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Answers;

/// <summary>One answer, also one that a later has replaced.</summary>
public sealed record GivenAnswer
{
    public required Guid Id { get; init; }
    public required AnswerSource Source { get; init; }
    public required MeetingAnswer Answer { get; init; }
    public required int Supervisors { get; init; }
    public required int Participants { get; init; }
    public string? Needs { get; init; }
    public string? Question { get; init; }
    public required DateTimeOffset AnsweredAt { get; init; }

    /// <summary>The officer who noted it; null for what somebody invited has answered.</summary>
    public string? NotedByName { get; init; }

    /// <summary>The mail it came in, and who sent that.</summary>
    public Guid? IncomingMailId { get; init; }
    public string? SenderEmail { get; init; }
}

/// <summary>An answer from a calendar that does not count, and why.</summary>
public sealed record UncountedAnswer
{
    public required Guid IncomingMailId { get; init; }
    public required MeetingAnswer Answer { get; init; }
    public required IncomingOutcome Outcome { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public string? SenderEmail { get; init; }
}

/// <summary>An invitation with all its answers, the latest first.</summary>
public sealed record AnsweredInvitation(Meeting Meeting, Invitation Invitation, IReadOnlyList<GivenAnswer> Answers)
{
    /// <summary>To an earlier time, too late, or older than one that had come.</summary>
    public IReadOnlyList<UncountedAnswer> Uncounted { get; init; } = [];
    public required bool MayEdit { get; init; }
}

public sealed class ReadAnswersHandler(Database database)
{
    private const string AnswersSql = """
        select a.Id, a.Source, a.Answer, a.Supervisors, a.Participants, a.Needs, a.Question, a.AnsweredAt, a.NotedByName, m.Id as IncomingMailId, m.SenderEmail
        from MeetingAnswers a
        left join IncomingMails m on m.AnswerId = a.Id
        where a.InvitationId = @InvitationId
        order by a.AnsweredAt desc, a.Id desc
        """;

    private const string UncountedSql = """
        select r.IncomingMailId, r.Answer, r.Outcome, m.ReceivedAt, m.SenderEmail
        from CalendarReplies r
        join IncomingMails m on m.Id = r.IncomingMailId
        where r.InvitationId = @InvitationId and r.Answer is not null and r.Outcome in ('EarlierTime', 'TooLate', 'OlderReply')
        order by m.ReceivedAt desc, m.Id desc
        """;

    public async Task<Result<AnsweredInvitation>> HandleAsync(Actor actor, Guid invitationId, CancellationToken cancellationToken) => await database.ReadAsync<Result<AnsweredInvitation>>(
        async session =>
        {
            if (await InvitationRows.ByIdAsync(session, invitationId) is not { } invitation)
            {
                return CommonProblems.NoSuchRecord;
            }

            var meeting = await LoadMeeting.ToReadAsync(session, actor, invitation.MeetingId);
            return meeting.Succeeded
                ? new AnsweredInvitation(meeting.Value, invitation, await session.QueryAsync<GivenAnswer>(AnswersSql, new { InvitationId = invitationId }))
                {
                    Uncounted = await session.QueryAsync<UncountedAnswer>(UncountedSql, new { InvitationId = invitationId }),
                    MayEdit = actor.May(Permission.EditProcurements, meeting.Value.AuthorityId),
                }
                : meeting.Problem;
        },
        cancellationToken);
}
