using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Meetings.Minutes;

/// <summary>Reads and writes the versions of a meeting's notes.</summary>
internal static class MinutesRows
{
    private const string Columns = """
        select Id, MeetingId, Number, CaseNumber, FromUs, NamesParties, ChangeNote, SignedOffBy, PublishedAt, PublishedByName,
            TemplateVersion, TemplateSha256, FileName, Size, Sha256, ChangedAt, ChangedByName, Version
        from MeetingMinutes

        """;

    private const string OfMeetingSql = Columns + "where MeetingId = @MeetingId order by Number desc";

    private const string SectionsSql = "select Heading, Notes from MeetingMinutesSections where MinutesId = @MinutesId order by Position";

    private const string DecisionsSql = "select Decision from MeetingDecisions where MinutesId = @MinutesId order by Position";

    private const string InsertSql = """
        insert into MeetingMinutes (Id, MeetingId, Number, CaseNumber, FromUs, NamesParties, ChangeNote, CreatedAt, ChangedAt, ChangedByName, Version)
        values (@Id, @MeetingId, @Number, @CaseNumber, @FromUs, @NamesParties, @ChangeNote, @Now, @Now, @ByName, 1)
        """;

    private const string UpdateSql = """
        update MeetingMinutes
        set CaseNumber = @CaseNumber, FromUs = @FromUs, NamesParties = @NamesParties, ChangedAt = @Now, ChangedByName = @ByName, Version = Version + 1
        where Id = @Id and Version = @Version and PublishedAt is null
        """;

    private const string RemoveSectionsSql = "delete from MeetingMinutesSections where MinutesId = @MinutesId";

    private const string RemoveDecisionsSql = "delete from MeetingDecisions where MinutesId = @MinutesId";

    private const string InsertSectionSql = "insert into MeetingMinutesSections (Id, MinutesId, Position, Heading, Notes) values (@Id, @MinutesId, @Position, @Heading, @Notes)";

    private const string InsertDecisionSql = "insert into MeetingDecisions (Id, MinutesId, Position, Decision) values (@Id, @MinutesId, @Position, @Decision)";

    /// <summary>All versions without what they say, the latest first.</summary>
    public static Task<IReadOnlyList<MeetingMinutes>> VersionsAsync(SqlSession session, Guid meetingId) => session.QueryAsync<MeetingMinutes>(OfMeetingSql, new { MeetingId = meetingId });

    public static async Task<MeetingMinutes?> LatestAsync(SqlSession session, Guid meetingId) =>
        (await VersionsAsync(session, meetingId)) is [var latest, ..] ? await WithContentAsync(session, latest) : null;

    public static async Task<MeetingMinutes> WithContentAsync(SqlSession session, MeetingMinutes minutes) => minutes with
    {
        Sections = [.. (await session.QueryAsync<SectionRow>(SectionsSql, new { MinutesId = minutes.Id })).Select(row => new MinutesSection(row.Heading, row.Notes))],
        Decisions = await session.QueryAsync<string>(DecisionsSql, new { MinutesId = minutes.Id }),
    };

    public static async Task<Guid> InsertAsync(WriteTransaction write, Guid meetingId, int number, MinutesContent content, string? changeNote)
    {
        var id = write.NewId();
        await write.ExecuteAsync(
            InsertSql, new { Id = id, MeetingId = meetingId, Number = number, content.CaseNumber, content.FromUs, content.NamesParties, ChangeNote = changeNote, write.Now, ByName = write.Actor.Name });
        await InsertPartsAsync(write, id, content);
        return id;
    }

    /// <returns>Whether the draft was as it had been seen.</returns>
    public static async Task<bool> UpdateAsync(WriteTransaction write, Guid id, int version, MinutesContent content)
    {
        if (await write.ExecuteAsync(UpdateSql, new { Id = id, Version = version, content.CaseNumber, content.FromUs, content.NamesParties, write.Now, ByName = write.Actor.Name }) == 0)
        {
            return false;
        }

        await write.ExecuteAsync(RemoveSectionsSql, new { MinutesId = id });
        await write.ExecuteAsync(RemoveDecisionsSql, new { MinutesId = id });
        await InsertPartsAsync(write, id, content);
        return true;
    }

    private static async Task InsertPartsAsync(WriteTransaction write, Guid id, MinutesContent content)
    {
        foreach (var (position, section) in content.Sections.Index())
        {
            await write.ExecuteAsync(InsertSectionSql, new { Id = write.NewId(), MinutesId = id, Position = position, section.Heading, section.Notes });
        }

        foreach (var (position, decision) in content.Decisions.Index())
        {
            await write.ExecuteAsync(InsertDecisionSql, new { Id = write.NewId(), MinutesId = id, Position = position, Decision = decision });
        }
    }

    private sealed record SectionRow
    {
        public required string Heading { get; init; }
        public string? Notes { get; init; }
    }
}
