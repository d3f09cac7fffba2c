using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Authorities.Users;

public sealed class GetUserHandler(Database database)
{
    public Task<Result<User>> HandleAsync(Actor actor, Guid id, CancellationToken cancellationToken) => database.ReadAsync<Result<User>>(
        async session => await UserSql.ByIdAsync(session, id) is { } user && (UserRules.Manages(actor, user) || actor.UserId == id)
            ? UserRules.SeenBy(actor, user)
            : CommonProblems.NoSuchRecord,
        cancellationToken);
}
