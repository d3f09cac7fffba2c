using ReservedProcurement.Core.Authorities;
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
}

/// <summary>An invitation with all its answers, the latest first.</summary>
public sealed record AnsweredInvitation(Meeting Meeting, Invitation Invitation, IReadOnlyList<GivenAnswer> Answers)
{
    public required bool MayEdit { get; init; }
}

public sealed class ReadAnswersHandler(Database database)
{
    private const string AnswersSql = """
        select Id, Source, Answer, Supervisors, Participants, Needs, Question, AnsweredAt, NotedByName
        from MeetingAnswers
        where InvitationId = @InvitationId
        order by AnsweredAt desc, Id desc
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
                    MayEdit = actor.May(Permission.EditProcurements, meeting.Value.AuthorityId),
                }
                : meeting.Problem;
        },
        cancellationToken);
}
