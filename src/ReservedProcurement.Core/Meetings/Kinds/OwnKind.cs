using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Kinds;

/// <summary>A kind of meeting that one authority has added to those that everyone has.</summary>
public sealed record OwnKind
{
    public required Guid Id { get; init; }
    public required Guid AuthorityId { get; init; }
    public required string AuthorityName { get; init; }
    public required string Name { get; init; }

    /// <summary>A closed kind is kept on the meetings that have it, but cannot be chosen for others.</summary>
    public required bool IsClosed { get; init; }

    /// <summary>How many meetings have it.</summary>
    public required int Meetings { get; init; }
    public required int Version { get; init; }
}

/// <summary>Lists the own kinds of one authority, or of all that the actor may read: the open ones first.</summary>
public sealed class ListOwnKindsHandler(Database database)
{
    private const string KindsSql = """
        select k.Id, k.AuthorityId, a.Name as AuthorityName, k.Name, k.IsClosed, k.Version,
            (select count(*) from Meetings m where m.OwnKindId = k.Id) as Meetings
        from MeetingKinds k
        join Authorities a on a.Id = k.AuthorityId
        where @AuthorityId is null or k.AuthorityId = @AuthorityId
        order by k.IsClosed, k.NameKey, a.NameKey
        """;

    public async Task<Result<IReadOnlyList<OwnKind>>> HandleAsync(Actor actor, Guid? authorityId, CancellationToken cancellationToken)
    {
        if (authorityId is { } one ? !actor.May(Permission.Read, one) : !actor.MayAnywhere(Permission.Read))
        {
            return authorityId is null ? CommonProblems.NotAllowed : CommonProblems.NoSuchRecord;
        }

        var kinds = await database.ReadAsync(session => session.QueryAsync<OwnKind>(KindsSql, new { AuthorityId = authorityId }), cancellationToken);
        return Result<IReadOnlyList<OwnKind>>.Of([.. kinds.Where(kind => actor.May(Permission.Read, kind.AuthorityId))]);
    }
}

public static class OwnKindProblems
{
    public const string NameTaken = "meeting-kind.name-taken";
    public const string Shipped = "meeting-kind.shipped";
    public const string Unknown = "meeting-kind.unknown";

    internal static Problem NameIsTaken(string name) => Problem.OnField(nameof(OwnKind.Name), NameTaken, name);
}
