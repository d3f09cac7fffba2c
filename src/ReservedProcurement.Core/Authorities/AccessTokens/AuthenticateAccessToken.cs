using ReservedProcurement.Core.Authorities.SignIn;
using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Authorities.AccessTokens;

/// <summary>The actor behind a token, or null when the token is unknown, revoked or expired or its owner's account is closed.</summary>
public sealed class AuthenticateAccessTokenHandler(Database database)
{
    private const string TokenSql = """
        select Id, UserId, Role, LastUsedAt
        from AccessTokens where Hash = @Hash and RevokedAt is null and ExpiresAt > @Now
        """;

    private const string UsedSql = "update AccessTokens set LastUsedAt = @Now where Id = @Id";

    private static readonly TimeSpan NoteUseAtMost = TimeSpan.FromMinutes(5);

    public Task<Actor?> HandleAsync(string secret, CancellationToken cancellationToken) => database.ReadAsync<Actor?>(
        async session =>
        {
            if (!secret.StartsWith(AccessTokenSecret.Prefix, StringComparison.Ordinal) || secret.Length > 100)
            {
                return null;
            }

            var now = Instants.ToStored(database.Clock.GetUtcNow());
            var token = await session.SingleOrDefaultAsync<TokenRow>(TokenSql, new { Hash = AccessTokenSecret.Hash(secret), Now = now });
            if (token is null || await UserSql.ByIdAsync(session, token.UserId) is not { IsClosed: false } user)
            {
                return null;
            }

            if (token.LastUsedAt is null || now - token.LastUsedAt > NoteUseAtMost)
            {
                await session.ExecuteAsync(UsedSql, new { token.Id, Now = now });
            }

            return LoadActorHandler.ActorOf(user, "api", token.Role);
        },
        cancellationToken);

    private sealed record TokenRow
    {
        public required Guid Id { get; init; }
        public required Guid UserId { get; init; }
        public required Role Role { get; init; }
        public DateTimeOffset? LastUsedAt { get; init; }
    }
}
