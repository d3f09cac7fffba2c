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

    /// <param name="write">The transaction.</param>
    /// <param name="invitationId">Whose answer it is.</param>
    /// <param name="source">How it came.</param>
    /// <param name="content">What was answered.</param>
    /// <param name="notedByName">The officer who noted it.</param>
    /// <param name="answeredAt">When it came, if that was before now.</param>
    /// <returns>The answer's id.</returns>
    public static async Task<Guid> AddAsync(
        WriteTransaction write, Guid invitationId, AnswerSource source, AnswerContent content, string? notedByName = null, DateTimeOffset? answeredAt = null)
    {
        await SeatRows.TakeTurnAsync(write, invitationId);
        var id = write.NewId();
        await write.ExecuteAsync(
            InsertSql,
            new
            {
                Id = id,
                InvitationId = invitationId,
                Source = source.ToString(),
                Answer = content.Answer!.Value.ToString(),
                content.Supervisors,
                content.Participants,
                content.Needs,
                content.Question,
                AnsweredAt = answeredAt ?? write.Now,
                NotedByName = notedByName,
            });
        await SeatRows.FollowAnswerAsync(write, invitationId);
        if (content.Answer != MeetingAnswer.No)
        {
            await MeetingMails.CatchUpAsync(write, invitationId);
        }

        return id;
    }
}
