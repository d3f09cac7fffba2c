using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Meetings.Questions;

/// <summary>Reads questions with how far their answers have come.</summary>
internal static class QuestionRows
{
    private const string Columns = """
        select q.Id, q.MeetingId, q.Source, q.Question, q.AskedAt, q.NotedByName, q.Answer, q.AnsweredAt, q.AnsweredByName, q.Version,
            (select min(b.PublishedAt) from InformationEntries e
                join InformationVersions v on v.EntryId = e.Id and v.Number = e.LatestNumber
                join InformationPublications b on b.Id = v.PublicationId
                where e.QuestionId = q.Id) as PublishedAt,
            (select min(b.PublishedAt) from InformationEntries e
                join InformationVersions v on v.EntryId = e.Id
                join InformationPublications b on b.Id = v.PublicationId
                where e.QuestionId = q.Id) as FirstPublishedAt
        from MeetingQuestions q

        """;

    private const string OfMeetingSql = Columns + "where q.MeetingId = @MeetingId order by q.AskedAt, q.Id";

    private const string ByIdSql = Columns + "where q.MeetingId = @MeetingId and q.Id = @Id";

    private const string SentSql = """
        select i.Id as InvitationId, i.PartyName, r.Question, r.AnsweredAt
        from MeetingInvitations i
        join (
            select InvitationId, Question, AnsweredAt, row_number() over (partition by InvitationId order by AnsweredAt desc, Id desc) as Latest
            from MeetingAnswers
        ) r on r.InvitationId = i.Id and r.Latest = 1 and r.Question is not null
        where i.MeetingId = @MeetingId and not exists (select 1 from MeetingQuestions q where q.InvitationId = i.Id and q.SentText = r.Question)
        order by r.AnsweredAt, i.Id
        """;

    public static Task<IReadOnlyList<MeetingQuestion>> OfMeetingAsync(SqlSession session, Guid meetingId) => session.QueryAsync<MeetingQuestion>(OfMeetingSql, new { MeetingId = meetingId });

    public static Task<MeetingQuestion?> ByIdAsync(SqlSession session, Guid meetingId, Guid id) => session.SingleOrDefaultAsync<MeetingQuestion>(ByIdSql, new { MeetingId = meetingId, Id = id });

    /// <summary>Those that came with answers and are not yet taken up.</summary>
    public static Task<IReadOnlyList<SentQuestion>> SentAsync(SqlSession session, Guid meetingId) => session.QueryAsync<SentQuestion>(SentSql, new { MeetingId = meetingId });
}
