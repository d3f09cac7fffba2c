using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Questions;

/// <summary>The questions of a meeting, whichever way they came.</summary>
public sealed class GetQuestionsHandler(Database database)
{
    public async Task<Result<QuestionList>> HandleAsync(Actor actor, Guid meetingId, CancellationToken cancellationToken) => await database.ReadAsync<Result<QuestionList>>(
        async session =>
        {
            var found = await LoadMeeting.ToReadAsync(session, actor, meetingId);
            return found.Succeeded
                ? new QuestionList(found.Value, await QuestionRows.OfMeetingAsync(session, meetingId), await QuestionRows.SentAsync(session, meetingId))
                {
                    MayEdit = actor.May(Permission.EditProcurements, found.Value.AuthorityId),
                    Invited = await InvitationRows.CountAsync(session, meetingId),
                }
                : found.Problem;
        },
        cancellationToken);
}
