using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Authorities.Users;

/// <summary>The users this actor manages, those with a closed account last; <paramref name="Text"/> is looked for in name and address.</summary>
public sealed record ListUsers(string? Text = null, UserState? State = null, Role? Role = null, UserSort Sort = UserSort.Name);

public enum UserSort
{
    Name,
    NameDescending,
    LastSignIn,
    LastSignInDescending,
}

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
        var now = database.Clock.GetUtcNow();

        // What is asked for is looked for in what this actor is shown, so that no filter tells of the rest.
        var found = users
            .Select(user => user with { Memberships = [.. byUser[user.Id]] })
            .Where(user => UserRules.Manages(actor, user))
            .Select(user => UserRules.SeenBy(actor, user))
            .Where(user => request.State is null || user.StateAt(now) == request.State)
            .Where(user => request.Role is null || user.Memberships.Any(membership => membership.Role == request.Role));
        return Result<IReadOnlyList<User>>.Of([.. Sorted(found, request.Sort)]);
    }

    private static IEnumerable<User> Sorted(IEnumerable<User> users, UserSort sort) => sort switch
    {
        UserSort.NameDescending => users.Reverse(),
        UserSort.LastSignIn => users.OrderBy(user => user.LastSignInAt ?? DateTimeOffset.MinValue),
        UserSort.LastSignInDescending => users.OrderByDescending(user => user.LastSignInAt ?? DateTimeOffset.MinValue),
        _ => users,
    };
}
