using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Authorities.AccessTokens;

/// <summary>The actor's own tokens, newest first.</summary>
public sealed class ListAccessTokensHandler(Database database)
{
    private const string TokensSql = """
        select Id, Name, Role, Hint, CreatedAt, ExpiresAt, LastUsedAt, RevokedAt
        from AccessTokens where UserId = @UserId
        order by CreatedAt desc
        """;

    public Task<IReadOnlyList<AccessToken>> HandleAsync(Actor actor, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.QueryAsync<AccessToken>(TokensSql, new { actor.UserId }), cancellationToken);
}
