using System.IO.Compression;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Documents;

public sealed record DocumentFile(string FileName, string ContentType, byte[] Content);

/// <summary>A written document, or a whole pack as one zip, exactly as it was kept.</summary>
public sealed class GetDocumentFileHandler(Database database)
{
    public const string WordContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string DocumentSql = """
        select p.AuthorityId, p.CaseNumber, d.FileName, d.Content, d.CreatedAt
        from GeneratedDocuments d
        join Procurements p on p.Id = d.ProcurementId
        where d.Id = @Id
        """;

    private const string PackSql = """
        select p.AuthorityId, p.CaseNumber, d.FileName, d.Content, d.CreatedAt
        from GeneratedDocuments d
        join Procurements p on p.Id = d.ProcurementId
        where d.PackId = @PackId
        order by d.Position
        """;

    public async Task<Result<DocumentFile>> HandleAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(session => session.SingleOrDefaultAsync<FileRow>(DocumentSql, new { Id = id }), cancellationToken);
        return row is not null && actor.May(Permission.Read, row.AuthorityId)
            ? new DocumentFile(row.FileName, WordContentType, row.Content)
            : CommonProblems.NoSuchRecord;
    }

    public async Task<Result<DocumentFile>> PackAsync(Actor actor, Guid packId, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(session => session.QueryAsync<FileRow>(PackSql, new { PackId = packId }), cancellationToken);
        return rows.Count > 0 && actor.May(Permission.Read, rows[0].AuthorityId)
            ? new DocumentFile(DocumentPacks.FileName(rows[0].CaseNumber, "upphandlingsdokument", ".zip"), "application/zip", Zip(rows))
            : CommonProblems.NoSuchRecord;
    }

    private static byte[] Zip(IReadOnlyList<FileRow> rows)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var row in rows)
            {
                var entry = zip.CreateEntry(row.FileName, CompressionLevel.NoCompression);
                entry.LastWriteTime = Language.SwedishTime.Local(row.CreatedAt);
                using var content = entry.Open();
                content.Write(row.Content);
            }
        }

        return file.ToArray();
    }

    private sealed record FileRow
    {
        public required Guid AuthorityId { get; init; }
        public required string CaseNumber { get; init; }
        public required string FileName { get; init; }
        public required byte[] Content { get; init; }
        public required DateTimeOffset CreatedAt { get; init; }
    }
}
