using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Authorities;

/// <summary>The authorities this actor belongs to, or all for an installation administrator, with their units, in Swedish order.</summary>
public sealed class ListAuthoritiesHandler(Database database)
{
    private const string AuthoritiesSql = "select Id, Name, OrganisationNumber, MunicipalityCode, PostalAddress, Website, DataProtectionEmail, DataProtectionPhone, Version from Authorities order by NameKey";

    private const string UnitsSql = "select Id, AuthorityId, Name, IsClosed, Version from Units order by IsClosed, NameKey";

    public async Task<IReadOnlyList<Authority>> HandleAsync(Actor actor, CancellationToken cancellationToken, Permission permission = Permission.Read)
    {
        var (authorities, units) = await database.ReadAsync(
            async session => (await session.QueryAsync<Authority>(AuthoritiesSql), await session.QueryAsync<Unit>(UnitsSql)),
            cancellationToken);
        var unitsByAuthority = units.ToLookup(unit => unit.AuthorityId);
        return [.. authorities
            .Where(authority => actor.May(permission, authority.Id))
            .Select(authority => authority with { Units = [.. unitsByAuthority[authority.Id]] })];
    }
}
