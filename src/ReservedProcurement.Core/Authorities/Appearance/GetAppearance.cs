using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Authorities.Appearance;

/// <summary>How the documents of an authority look.</summary>
public sealed record AuthorityAppearance
{
    public required Guid AuthorityId { get; init; }

    /// <summary>The authority's version: the appearance is one of its facts.</summary>
    public required int Version { get; init; }

    public required string AuthorityName { get; init; }

    /// <summary>The main colour such as <c>#0B6B2E</c>, or null for the product's own.</summary>
    public string? Colour { get; init; }

    public LogoFacts? Logo { get; init; }
}

/// <summary>What is known of a logotype besides its picture.</summary>
public sealed record LogoFacts
{
    /// <summary>What it shows, for those who cannot see it.</summary>
    public required string Text { get; init; }

    public required string ContentType { get; init; }

    /// <summary>In picture elements.</summary>
    public required int Width { get; init; }

    /// <summary>In picture elements.</summary>
    public required int Height { get; init; }

    /// <summary>In bytes.</summary>
    public required int Size { get; init; }

    /// <summary>Lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }
}

public sealed class GetAppearanceHandler(Database database)
{
    internal const string AppearanceSql = "select Id as AuthorityId, Version, Name as AuthorityName, DocumentColour as Colour from Authorities where Id = @Id";

    internal const string LogoFactsSql = "select AltText as Text, ContentType, Width, Height, Size, Sha256 from AuthorityLogos where AuthorityId = @Id";

    public async Task<Result<AuthorityAppearance>> HandleAsync(Actor actor, Guid authorityId, CancellationToken cancellationToken) =>
        actor.May(Permission.Read, authorityId)
        && await database.ReadAsync(session => LoadAsync(session, authorityId), cancellationToken) is { } appearance
            ? appearance
            : CommonProblems.NoSuchRecord;

    internal static async Task<AuthorityAppearance?> LoadAsync(SqlSession session, Guid authorityId) =>
        await session.SingleOrDefaultAsync<AuthorityAppearance>(AppearanceSql, new { Id = authorityId }) is { } appearance
            ? appearance with { Logo = await session.SingleOrDefaultAsync<LogoFacts>(LogoFactsSql, new { Id = authorityId }) }
            : null;
}
