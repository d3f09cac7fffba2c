using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Authorities.Users;

/// <summary>The users this actor manages, in Swedish order; <paramref name="Text"/> is looked for in name and address.</summary>
public sealed record ListUsers(string? Text = null);

public sealed class ListUsersHandler(Database database)
{
    private const string UsersSql = UserSql.SelectUser + """
        where @Pattern is null or NameKey like @Pattern escape '!' or EmailKey like @Pattern escape '!'
        order by IsClosed, NameKey
        """;

    private const string MembershipsSql = "select UserId, AuthorityId, Role from Memberships";

    public async Task<Result<IReadOnlyList<User>>> HandleAsync(Actor actor, ListUsers request, CancellationToken cancellationToken)
    {
        if (!actor.MayAnywhere(Permission.Administer))
        {
            return CommonProblems.NotAllowed;
        }

        var pattern = string.IsNullOrWhiteSpace(request.Text) ? null : SwedishText.ContainsPattern(request.Text);
        var (users, memberships) = await database.ReadAsync(
            async session => (await session.QueryAsync<User>(UsersSql, new { Pattern = pattern }), await session.QueryAsync<MembershipRow>(MembershipsSql)),
            cancellationToken);
        var byUser = memberships.ToLookup(row => row.UserId, row => new Membership(row.AuthorityId, row.Role));
        return Result<IReadOnlyList<User>>.Of([.. users
            .Select(user => user with { Memberships = [.. byUser[user.Id]] })
            .Where(user => UserRules.Manages(actor, user))]);
    }
}
