using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Meetings.Answers;

/// <summary>Adds answers. None is ever changed.</summary>
internal static class AnswerRows
{
    private const string InsertSql = """
        insert into MeetingAnswers (Id, InvitationId, Source, Answer, Supervisors, Participants, Needs, Question, AnsweredAt, NotedByName)
        values (@Id, @InvitationId, @Source, @Answer, @Supervisors, @Participants, @Needs, @Question, @AnsweredAt, @NotedByName)
        """;

    public static Task AddAsync(WriteTransaction write, Guid invitationId, AnswerSource source, AnswerContent content, string? notedByName = null) => write.ExecuteAsync(
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
}
