using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Meetings.EqualInformation;

/// <summary>Reads the log and adds to it. No version is ever changed but for the publication that it gets.</summary>
internal static class InformationRows
{
    private const string EntryColumns = "select e.Id, e.MeetingId, e.Kind, e.QuestionId, e.MinutesId, e.LatestNumber from InformationEntries e ";

    private const string VersionColumns = """
        select v.Id, v.EntryId, v.Number, v.Information, v.Answer, v.Link, v.FileId, f.FileName, f.Size as FileSize, v.GivenOn, v.GivenTo, v.Reason, v.IsWithdrawn,
            v.WrittenAt, v.WrittenByName, v.PublicationId, b.PublishedAt
        from InformationVersions v
        join InformationEntries e on e.Id = v.EntryId
        left join InformationFiles f on f.Id = v.FileId
        left join InformationPublications b on b.Id = v.PublicationId

        """;

    private const string EntriesOfMeetingSql = EntryColumns + "where e.MeetingId = @MeetingId order by e.CreatedAt, e.Id";

    private const string VersionsOfMeetingSql = VersionColumns + "where e.MeetingId = @MeetingId order by v.Number";

    private const string PublicationsSql = """
        select b.Id, b.Number, b.PublishedAt, b.PublishedByName,
            (select count(*) from InformationMails m where m.PublicationId = b.Id) as Mails,
            (select count(*) from InformationMails m where m.PublicationId = b.Id and m.SentAt is not null) as Sent
        from InformationPublications b
        where b.MeetingId = @MeetingId
        order by b.Number desc
        """;

    private const string OfQuestionSql = EntryColumns + "where e.QuestionId = @QuestionId";

    private const string InsertEntrySql = """
        insert into InformationEntries (Id, MeetingId, Kind, QuestionId, MinutesId, LatestNumber, CreatedAt)
        values (@Id, @MeetingId, @Kind, @QuestionId, @MinutesId, 0, @CreatedAt)
        """;

    private const string NextNumberSql = "update InformationEntries set LatestNumber = LatestNumber + 1 where Id = @Id and LatestNumber = @LatestNumber";

    private const string InsertVersionSql = """
        insert into InformationVersions (Id, EntryId, Number, Information, Answer, Link, FileId, GivenOn, GivenTo, Reason, IsWithdrawn, WrittenAt, WrittenByName)
        values (@Id, @EntryId, @Number, @Information, @Answer, @Link, @FileId, @GivenOn, @GivenTo, @Reason, @IsWithdrawn, @WrittenAt, @WrittenByName)
        """;

    public static async Task<IReadOnlyList<InformationEntry>> OfMeetingAsync(SqlSession session, Guid meetingId)
    {
        var versions = (await session.QueryAsync<InformationVersion>(VersionsOfMeetingSql, new { MeetingId = meetingId })).ToLookup(version => version.EntryId);
        return [.. (await session.QueryAsync<InformationEntry>(EntriesOfMeetingSql, new { MeetingId = meetingId })).Select(entry => entry with { Versions = [.. versions[entry.Id]] })];
    }

    public static async Task<InformationEntry?> ByIdAsync(SqlSession session, Guid meetingId, Guid id) => (await OfMeetingAsync(session, meetingId)).FirstOrDefault(entry => entry.Id == id);

    /// <summary>The latest first.</summary>
    public static Task<IReadOnlyList<InformationPublication>> PublicationsAsync(SqlSession session, Guid meetingId) =>
        session.QueryAsync<InformationPublication>(PublicationsSql, new { MeetingId = meetingId });

    /// <summary>The entry that tells of a question; a new one without any version when it has none.</summary>
    public static async Task<InformationEntry> EntryOfQuestionAsync(WriteTransaction write, Guid meetingId, Guid questionId) =>
        await write.SingleOrDefaultAsync<InformationEntry>(OfQuestionSql, new { QuestionId = questionId }) ?? await AddEntryAsync(write, meetingId, InformationKind.QuestionAndAnswer, questionId: questionId);

    public static async Task<InformationEntry> AddEntryAsync(WriteTransaction write, Guid meetingId, InformationKind kind, Guid? questionId = null, Guid? minutesId = null)
    {
        var entry = new InformationEntry { Id = write.NewId(), MeetingId = meetingId, Kind = kind, QuestionId = questionId, MinutesId = minutesId, LatestNumber = 0 };
        await write.ExecuteAsync(InsertEntrySql, new { entry.Id, entry.MeetingId, Kind = kind.ToString(), entry.QuestionId, entry.MinutesId, CreatedAt = write.Now });
        return entry;
    }

    /// <returns>The id of the version; null when somebody came between.</returns>
    public static async Task<Guid?> AddVersionAsync(WriteTransaction write, InformationEntry entry, InformationContent content, string? reason)
    {
        if (await write.ExecuteAsync(NextNumberSql, new { entry.Id, entry.LatestNumber }) == 0)
        {
            return null;
        }

        var id = write.NewId();
        await write.ExecuteAsync(InsertVersionSql, new
        {
            Id = id,
            EntryId = entry.Id,
            Number = entry.LatestNumber + 1,
            content.Information,
            content.Answer,
            content.Link,
            content.FileId,
            content.GivenOn,
            content.GivenTo,
            Reason = reason,
            content.IsWithdrawn,
            WrittenAt = write.Now,
            WrittenByName = write.Actor.Name,
        });
        return id;
    }
}
