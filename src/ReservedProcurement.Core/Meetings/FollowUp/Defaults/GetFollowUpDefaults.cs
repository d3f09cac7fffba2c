using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.FollowUp.Defaults;

public sealed class GetFollowUpDefaultsHandler(Database database)
{
    private const string AuthoritySql = "select Id as AuthorityId, Name as AuthorityName, Version from Authorities where Id = @Id";

    public async Task<Result<AuthorityFollowUp>> HandleAsync(Actor actor, Guid authorityId, CancellationToken cancellationToken) =>
        actor.May(Permission.Read, authorityId) && await database.ReadAsync(session => LoadAsync(session, authorityId), cancellationToken) is { } found ? found : CommonProblems.NoSuchRecord;

    internal static async Task<AuthorityFollowUp?> LoadAsync(SqlSession session, Guid authorityId)
    {
        if (await session.SingleOrDefaultAsync<AuthorityFollowUp>(AuthoritySql, new { Id = authorityId }) is not { } found)
        {
            return null;
        }

        var (settings, office) = await FollowUpSettingsRows.OfAuthorityAsync(session, authorityId);
        return found with { Settings = settings, Office = office };
    }
}
