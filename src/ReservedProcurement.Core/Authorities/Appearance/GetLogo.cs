using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Authorities.Appearance;

public sealed record LogoFile
{
    public required byte[] Content { get; init; }
    public required string ContentType { get; init; }
    public required string Text { get; init; }
    public required string Sha256 { get; init; }
}

/// <summary>The picture of an authority's logotype.</summary>
public sealed class GetLogoHandler(Database database)
{
    private const string LogoSql = "select Content, ContentType, AltText as Text, Sha256 from AuthorityLogos where AuthorityId = @AuthorityId";

    public async Task<Result<LogoFile>> HandleAsync(Actor actor, Guid authorityId, CancellationToken cancellationToken) =>
        actor.May(Permission.Read, authorityId)
        && await database.ReadAsync(session => LoadAsync(session, authorityId), cancellationToken) is { } logo
            ? logo
            : CommonProblems.NoSuchRecord;

    internal static Task<LogoFile?> LoadAsync(SqlSession session, Guid authorityId) => session.SingleOrDefaultAsync<LogoFile>(LogoSql, new { AuthorityId = authorityId });
}
