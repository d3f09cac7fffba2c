using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Meetings.Minutes;
using ReservedProcurement.Core.Meetings.Minutes.ToDos;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.EqualInformation;

/// <summary>What everybody who has the address may read: only what has been published, and no participant by name.</summary>
/// <param name="Title">Of the meeting or of the procurement.</param>
/// <param name="CaseNumber">Of the procurement; null for a meeting.</param>
/// <param name="AuthorityName">Who tells it.</param>
/// <param name="Meetings">The meetings that something has been published from, the first one first.</param>
public sealed record PublicInformation(string Title, string? CaseNumber, string AuthorityName, IReadOnlyList<PublicMeeting> Meetings);

/// <param name="Meeting">The meeting.</param>
/// <param name="Entries">What has been published, in the order it was given, without notes.</param>
/// <param name="Minutes">The notes that hold; null when none are published.</param>
/// <param name="MinutesVersions">All published versions, the latest first.</param>
/// <param name="ToDos">What the notes tell that somebody will do.</param>
public sealed record PublicMeeting(
    Meeting Meeting, IReadOnlyList<InformationEntry> Entries, MeetingMinutes? Minutes, IReadOnlyList<MeetingMinutes> MinutesVersions, IReadOnlyList<ToDo> ToDos);

/// <summary>The public pages. Reading them changes nothing and needs no account: the code says which page it is.</summary>
public sealed class ReadPublicInformationHandler(Database database)
{
    private const string PageSql = """
        select g.MeetingId, g.ProcurementId, p.Title, p.CaseNumber, a.Name as AuthorityName
        from InformationPages g
        left join Procurements p on p.Id = g.ProcurementId
        left join Authorities a on a.Id = p.AuthorityId
        where g.Code = @Code
        """;

    private const string MeetingsSql = """
        select m.Id from Meetings m
        where m.ProcurementId = @ProcurementId and exists (select 1 from InformationPublications b where b.MeetingId = m.Id)
        order by m.StartsAt, m.Id
        """;

    private const string MinutesFileSql = "select FileName, Content from MeetingMinutes where MeetingId = @MeetingId and Number = @Number and PublishedAt is not null";

    public Task<Result<PublicInformation>> LookAsync(string? code, CancellationToken cancellationToken) => database.ReadAsync(session => LookAsync(session, code), cancellationToken);

    /// <summary>A file that a published entry of the page has. What has been withdrawn is no longer given out.</summary>
    public async Task<Result<DocumentFile>> FileAsync(string? code, Guid fileId, CancellationToken cancellationToken) => await database.ReadAsync<Result<DocumentFile>>(
        async session =>
        {
            var page = await LookAsync(session, code);
            var meeting = page.Succeeded
                ? page.Value.Meetings.FirstOrDefault(one => one.Entries.Any(entry => entry.Versions.Any(version => version.FileId == fileId)))
                : null;
            return meeting is not null && await InformationFiles.FindAsync(session, meeting.Meeting.Id, fileId) is { } file ? file : CommonProblems.NoSuchRecord;
        },
        cancellationToken);

    /// <summary>A published version of a meeting's notes as the Word file that was kept.</summary>
    public async Task<Result<DocumentFile>> MinutesFileAsync(string? code, Guid meetingId, int number, CancellationToken cancellationToken) => await database.ReadAsync<Result<DocumentFile>>(
        async session =>
        {
            var page = await LookAsync(session, code);
            return page.Succeeded
                && page.Value.Meetings.Any(one => one.Meeting.Id == meetingId)
                && await session.SingleOrDefaultAsync<FileRow>(MinutesFileSql, new { MeetingId = meetingId, Number = number }) is { } row
                    ? new DocumentFile(row.FileName, GetDocumentFileHandler.WordContentType, row.Content)
                    : CommonProblems.NoSuchRecord;
        },
        cancellationToken);

    private static async Task<Result<PublicInformation>> LookAsync(SqlSession session, string? code)
    {
        if (string.IsNullOrEmpty(code) || await session.SingleOrDefaultAsync<PageRow>(PageSql, new { Code = code }) is not { } page)
        {
            return CommonProblems.NoSuchRecord;
        }

        IReadOnlyList<Guid> ids = page.MeetingId is { } only ? [only] : await session.QueryAsync<Guid>(MeetingsSql, new { page.ProcurementId });
        List<PublicMeeting> meetings = [];
        foreach (var id in ids)
        {
            meetings.Add(await MeetingAsync(session, id));
        }

        return new PublicInformation(page.Title ?? meetings[0].Meeting.Title, page.CaseNumber, page.AuthorityName ?? meetings[0].Meeting.AuthorityName, meetings);
    }

    private static async Task<PublicMeeting> MeetingAsync(SqlSession session, Guid id)
    {
        var meeting = (await MeetingRows.ByIdAsync(session, id))!;
        var minutes = (await MinutesRows.VersionsAsync(session, id)).Where(version => version.IsPublished).ToList();
        return new PublicMeeting(
            meeting,
            [.. (await InformationRows.OfMeetingAsync(session, id)).Where(entry => entry.Kind != InformationKind.Minutes).Select(Published).OfType<InformationEntry>().OrderBy(entry => entry.Versions[0].GivenOn)],
            minutes is [var latest, ..] ? await MinutesRows.WithContentAsync(session, latest) : null,
            minutes,
            [.. (await ToDoRows.OfMeetingAsync(session, id)).Where(toDo => toDo.ToldInNumber is not null)]);
    }

    /// <summary>The entry with its published versions alone; of one that has been withdrawn only that, and why.</summary>
    internal static InformationEntry? Published(InformationEntry entry)
    {
        var versions = entry.Versions.Where(version => version.IsPublished).ToList();
        return versions switch
        {
            [] => null,
            [.., { IsWithdrawn: true } withdrawn] => entry with { Versions = [withdrawn with { Information = "", Answer = null, Link = null, FileId = null, FileName = null, GivenTo = null }] },
            _ => entry with { Versions = versions },
        };
    }

    private sealed record PageRow
    {
        public Guid? MeetingId { get; init; }
        public Guid? ProcurementId { get; init; }
        public string? Title { get; init; }
        public string? CaseNumber { get; init; }
        public string? AuthorityName { get; init; }
    }

    private sealed record FileRow
    {
        public required string FileName { get; init; }
        public required byte[] Content { get; init; }
    }
}
