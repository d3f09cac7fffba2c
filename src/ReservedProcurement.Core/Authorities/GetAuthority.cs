using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Authorities;

public sealed record Authority : AuthorityFacts
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public IReadOnlyList<Unit> Units { get; init; } = [];
}

/// <summary>A part of an authority that buys: nämnd, förvaltning, avdelning.</summary>
public sealed record Unit
{
    public required Guid Id { get; init; }
    public required Guid AuthorityId { get; init; }
    public required string Name { get; init; }

    /// <summary>A closed unit is kept on what it once bought, but cannot be chosen for anything new.</summary>
    public required bool IsClosed { get; init; }
    public required int Version { get; init; }
}

public sealed class GetAuthorityHandler(Database database)
{
    internal const string FactsSql = "select Name, OrganisationNumber, MunicipalityCode, PostalAddress, Website, DataProtectionEmail, DataProtectionPhone from Authorities where Id = @Id";

    private const string AuthoritySql = "select Id, Name, OrganisationNumber, MunicipalityCode, PostalAddress, Website, DataProtectionEmail, DataProtectionPhone, Version from Authorities where Id = @Id";

    private const string UnitsSql = "select Id, AuthorityId, Name, IsClosed, Version from Units where AuthorityId = @Id order by IsClosed, NameKey";

    public async Task<Result<Authority>> HandleAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Read, id))
        {
            return CommonProblems.NoSuchRecord;
        }

        return await database.ReadAsync<Result<Authority>>(
            async session => await session.SingleOrDefaultAsync<Authority>(AuthoritySql, new { Id = id }) is { } authority
                ? authority with { Units = await session.QueryAsync<Unit>(UnitsSql, new { Id = id }) }
                : CommonProblems.NoSuchRecord,
            cancellationToken);
    }
}
