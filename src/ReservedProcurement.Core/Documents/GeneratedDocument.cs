namespace ReservedProcurement.Core.Documents;

/// <summary>A document that was written from a procurement. It is never changed; a new version of the procurement gives a new pack.</summary>
public sealed record GeneratedDocument
{
    public required Guid Id { get; init; }

    public required Guid ProcurementId { get; init; }

    /// <summary>Documents written at the same time belong to the same pack.</summary>
    public required Guid PackId { get; init; }

    public required string TemplateKey { get; init; }

    public required string TemplateVersion { get; init; }

    /// <summary>SHA-256 of the template file, lower-case hexadecimal.</summary>
    public required string TemplateSha256 { get; init; }

    /// <summary>The version of the procurement that the document tells of.</summary>
    public required int ProcurementVersion { get; init; }

    public required string FileName { get; init; }

    /// <summary>In bytes.</summary>
    public required int Size { get; init; }

    /// <summary>SHA-256 of the document, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedByName { get; init; }
}

public sealed record DocumentPack(Guid Id, DateTimeOffset CreatedAt, string CreatedByName, int ProcurementVersion, IReadOnlyList<GeneratedDocument> Documents);
