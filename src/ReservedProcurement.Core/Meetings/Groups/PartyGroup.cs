using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Groups;

/// <summary>A saved list of parties outside the register that an authority often invites: Coompanion, a folkhögskola, the Samordningsförbund, units of its own.</summary>
public sealed record PartyGroup
{
    public required Guid Id { get; init; }
    public required Guid AuthorityId { get; init; }
    public required string AuthorityName { get; init; }
    public required string Name { get; init; }
    public IReadOnlyList<OtherParty> Members { get; init; } = [];
    public required int Version { get; init; }
}

/// <param name="Id">The group.</param>
/// <param name="Version">To base the next change on.</param>
public sealed record PartyGroupSaved(Guid Id, int Version);

/// <summary>The groups of the authorities that the actor may read.</summary>
public sealed class FindGroupsHandler(Database database)
{
    /// <param name="actor">Who asks.</param>
    /// <param name="authorityId">Only this authority's.</param>
    /// <param name="text">Anywhere in the name of a group or of one of its parties.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Result<IReadOnlyList<PartyGroup>>> HandleAsync(Actor actor, Guid? authorityId, string? text, CancellationToken cancellationToken)
    {
        if (authorityId is { } one ? !actor.May(Permission.Read, one) : !actor.MayAnywhere(Permission.Read))
        {
            return authorityId is null ? CommonProblems.NotAllowed : CommonProblems.NoSuchRecord;
        }

        var groups = await database.ReadAsync(session => PartyGroupRows.AllAsync(session, authorityId), cancellationToken);
        return Result<IReadOnlyList<PartyGroup>>.Of([.. groups.Where(group => actor.May(Permission.Read, group.AuthorityId) && PartyGroupRules.Matches(group, text))]);
    }
}

public sealed class GetGroupHandler(Database database)
{
    public async Task<Result<PartyGroup>> HandleAsync(Actor actor, Guid id, CancellationToken cancellationToken) =>
        await database.ReadAsync(session => PartyGroupRows.ByIdAsync(session, id), cancellationToken) is { } group && actor.May(Permission.Read, group.AuthorityId)
            ? group
            : CommonProblems.NoSuchRecord;
}
