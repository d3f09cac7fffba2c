using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Meetings.Answers;

/// <summary>Adds answers, from whatever source. None is ever changed. What an answer means for who has room is noted with it.</summary>
internal static class AnswerRows
{
    private const string InsertSql = """
        insert into MeetingAnswers (Id, InvitationId, Source, Answer, Supervisors, Participants, Needs, Question, AnsweredAt, NotedByName)
        values (@Id, @InvitationId, @Source, @Answer, @Supervisors, @Participants, @Needs, @Question, @AnsweredAt, @NotedByName)
        """;

    public static async Task AddAsync(WriteTransaction write, Guid invitationId, AnswerSource source, AnswerContent content, string? notedByName = null)
    {
        await SeatRows.TakeTurnAsync(write, invitationId);
        await write.ExecuteAsync(
            InsertSql,
            new
            {
                Id = write.NewId(),
                InvitationId = invitationId,
                Source = source.ToString(),
                Answer = content.Answer!.Value.ToString(),
                content.Supervisors,
                content.Participants,
                content.Needs,
                content.Question,
                AnsweredAt = write.Now,
                NotedByName = notedByName,
            });
        await SeatRows.FollowAnswerAsync(write, invitationId);
        if (content.Answer != MeetingAnswer.No)
        {
            await MeetingMails.CatchUpAsync(write, invitationId);
        }
    }
}
