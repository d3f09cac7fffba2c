using System.Security.Cryptography;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.EqualInformation;

/// <summary>Keeps the files that were shown, unchanged.</summary>
internal static class InformationFiles
{
    private const string InsertSql = """
        insert into InformationFiles (Id, MeetingId, FileName, ContentType, Content, Size, Sha256, CreatedAt, CreatedByName)
        values (@Id, @MeetingId, @FileName, @ContentType, @Content, @Size, @Sha256, @CreatedAt, @CreatedByName)
        """;

    private const string FileSql = "select FileName, ContentType, Content from InformationFiles where MeetingId = @MeetingId and Id = @Id";

    public static async Task<Guid> AddAsync(WriteTransaction write, Guid meetingId, string fileName, string contentType, byte[] content)
    {
        var id = write.NewId();
        await write.ExecuteAsync(InsertSql, new
        {
            Id = id,
            MeetingId = meetingId,
            FileName = SentFileName.Tidy(fileName),
            ContentType = contentType,
            Content = content,
            Size = content.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
            CreatedAt = write.Now,
            CreatedByName = write.Actor.Name,
        });
        return id;
    }

    public static async Task<DocumentFile?> FindAsync(SqlSession session, Guid meetingId, Guid id) =>
        await session.SingleOrDefaultAsync<FileRow>(FileSql, new { MeetingId = meetingId, Id = id }) is { } row ? new DocumentFile(row.FileName, row.ContentType, row.Content) : null;

    private sealed record FileRow
    {
        public required string FileName { get; init; }
        public required string ContentType { get; init; }
        public required byte[] Content { get; init; }
    }
}
