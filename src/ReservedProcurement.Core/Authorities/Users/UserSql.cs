using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Authorities.Users;

/// <summary>Reading and writing a user with its memberships, for the handlers of this folder.</summary>
internal static class UserSql
{
    /// <summary>The columns of <see cref="User"/>; a statement goes on with its condition.</summary>
    internal const string SelectUser = """
        select Id, Name, Email, Phone, IsInstallationAdministrator, IsClosed,
               case when PasswordHash is null then 0 else 1 end as HasPassword, LockedUntil, LastSignInAt, Version
        from Users

        """;

    private const string UserByIdSql = SelectUser + "where Id = @Id";

    private const string UserByEmailSql = SelectUser + "where EmailKey = @EmailKey";

    private const string MembershipsSql = "select UserId, AuthorityId, Role from Memberships where UserId = @Id";

    private const string DeleteMembershipsSql = "delete from Memberships where UserId = @Id";

    private const string InsertMembershipSql = "insert into Memberships (UserId, AuthorityId, Role) values (@UserId, @AuthorityId, @Role)";

    private const string OtherAdministratorsSql = "select count(*) from Users where IsInstallationAdministrator = 1 and IsClosed = 0 and Id <> @Id";

    private const string KnownAuthoritiesSql = "select count(*) from Authorities where Id in @Ids";

    public static async Task<User?> ByIdAsync(SqlSession session, Guid id) =>
        await WithMembershipsAsync(session, await session.SingleOrDefaultAsync<User>(UserByIdSql, new { Id = id }));

    public static async Task<User?> ByEmailAsync(SqlSession session, string emailKey) =>
        await WithMembershipsAsync(session, await session.SingleOrDefaultAsync<User>(UserByEmailSql, new { EmailKey = emailKey }));

    public static async Task ReplaceMembershipsAsync(SqlSession session, Guid userId, IEnumerable<Membership> memberships)
    {
        await session.ExecuteAsync(DeleteMembershipsSql, new { Id = userId });
        foreach (var membership in memberships)
        {
            await session.ExecuteAsync(InsertMembershipSql, new { UserId = userId, membership.AuthorityId, Role = membership.Role.ToString() });
        }
    }

    public static async Task<bool> IsLastAdministratorAsync(SqlSession session, User user) =>
        user is { IsInstallationAdministrator: true, IsClosed: false } && await session.SingleAsync<int>(OtherAdministratorsSql, new { user.Id }) == 0;

    public static async Task<bool> AllExistAsync(SqlSession session, IReadOnlyCollection<Guid> authorityIds) =>
        authorityIds.Count == 0 || await session.SingleAsync<int>(KnownAuthoritiesSql, new { Ids = authorityIds }) == authorityIds.Count;

    private static async Task<User?> WithMembershipsAsync(SqlSession session, User? user) => user is null
        ? null
        : user with { Memberships = [.. (await session.QueryAsync<MembershipRow>(MembershipsSql, new { user.Id })).Select(row => new Membership(row.AuthorityId, row.Role))] };
}

internal sealed record MembershipRow
{
    public required Guid UserId { get; init; }
    public required Guid AuthorityId { get; init; }
    public required Role Role { get; init; }
}
