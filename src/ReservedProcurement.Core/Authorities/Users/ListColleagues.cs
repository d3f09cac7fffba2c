using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Authorities.Users;

/// <summary>Somebody with a role at an authority, to give something to do.</summary>
public sealed record Colleague
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
}

/// <summary>Those who can be given something to do at an authority, in order of name.</summary>
public sealed class ListColleaguesHandler(Database database)
{
    private const string ColleaguesSql = """
        select u.Id, u.Name from Users u
        where u.IsClosed = 0 and exists (select 1 from Memberships r where r.UserId = u.Id and r.AuthorityId = @AuthorityId)
        order by u.NameKey, u.Id
        """;

    public async Task<Result<IReadOnlyList<Colleague>>> HandleAsync(Actor actor, Guid authorityId, CancellationToken cancellationToken) => actor.May(Permission.EditProcurements, authorityId)
        ? Result<IReadOnlyList<Colleague>>.Of(await database.ReadAsync(session => session.QueryAsync<Colleague>(ColleaguesSql, new { AuthorityId = authorityId }), cancellationToken))
        : CommonProblems.NotAllowed;
}
