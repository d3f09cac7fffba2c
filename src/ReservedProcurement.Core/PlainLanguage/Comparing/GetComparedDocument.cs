using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.PlainLanguage.Comparing;

/// <summary>One compared document, as the actor may see it.</summary>
public sealed class GetComparedDocumentHandler(Database database)
{
    private const string DocumentSql = """
        select c.ProcurementId, c.FileName, p.AuthorityId, p.Title
        from ComparedDocuments c
        join Procurements p on p.Id = c.ProcurementId
        where c.Id = @Id
        """;

    public async Task<Result<ComparedInProcurement>> HandleAsync(Actor actor, Guid id, CancellationToken cancellationToken) =>
        await database.ReadAsync(session => session.SingleOrDefaultAsync<ComparedInProcurement>(DocumentSql, new { Id = id }), cancellationToken) is { } found
        && actor.May(Permission.Read, found.AuthorityId)
            ? found
            : CommonProblems.NoSuchRecord;
}

/// <summary>Which document it is and whose procurement it is compared in.</summary>
public sealed record ComparedInProcurement
{
    public required Guid ProcurementId { get; init; }

    public required string FileName { get; init; }

    public required Guid AuthorityId { get; init; }

    public required string Title { get; init; }
}
