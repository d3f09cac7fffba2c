using ReservedProcurement.Core.Authorities.Users;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Authorities.SignIn;

/// <summary>
/// The actor behind a signed-in session. Null when the account is closed or its stamp has changed since the session began,
/// so that a session ends at once when it must.
/// </summary>
public sealed class LoadActorHandler(Database database)
{
    private const string StampSql = "select SecurityStamp from Users where Id = @Id and IsClosed = 0";

    public Task<Actor?> HandleAsync(Guid userId, string securityStamp, CancellationToken cancellationToken) => database.ReadAsync<Actor?>(
        async session =>
        {
            var stamp = await session.SingleOrDefaultAsync<string>(StampSql, new { Id = userId });
            return stamp == securityStamp && await UserSql.ByIdAsync(session, userId) is { } user ? ActorOf(user, "web") : null;
        },
        cancellationToken);

    internal static Actor ActorOf(User user, string via, Role? limitedTo = null) => new()
    {
        UserId = user.Id,
        Name = user.Name,
        Via = via,
        IsInstallationAdministrator = user.IsInstallationAdministrator,
        Memberships = user.Memberships,
        LimitedTo = limitedTo,
    };
}
