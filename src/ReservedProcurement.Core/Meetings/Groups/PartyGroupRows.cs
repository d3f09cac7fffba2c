using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Groups;

/// <summary>Reads and writes groups with their parties.</summary>
internal static class PartyGroupRows
{
    internal const string NameTakenSql = "select count(*) from PartyGroups where AuthorityId = @AuthorityId and NameKey = @NameKey and Id <> @Id";

    private const string Columns = """
        select g.Id, g.AuthorityId, a.Name as AuthorityName, g.Name, g.Version
        from PartyGroups g
        join Authorities a on a.Id = g.AuthorityId

        """;

    private const string AllSql = Columns + "where @AuthorityId is null or g.AuthorityId = @AuthorityId order by g.NameKey, a.NameKey";

    private const string ByIdSql = Columns + "where g.Id = @Id";

    private const string MembersSql = "select PartyGroupId, PartyName, RecipientName, Email from PartyGroupMembers where PartyGroupId in @PartyGroupIds order by Position";

    private const string RemoveMembersSql = "delete from PartyGroupMembers where PartyGroupId = @PartyGroupId";

    private const string AddMemberSql = """
        insert into PartyGroupMembers (PartyGroupId, Position, PartyName, RecipientName, Email)
        values (@PartyGroupId, @Position, @PartyName, @RecipientName, @Email)
        """;

    public static async Task<IReadOnlyList<PartyGroup>> AllAsync(SqlSession session, Guid? authorityId) =>
        await FillAsync(session, await session.QueryAsync<PartyGroup>(AllSql, new { AuthorityId = authorityId }));

    public static async Task<PartyGroup?> ByIdAsync(SqlSession session, Guid id) =>
        await session.SingleOrDefaultAsync<PartyGroup>(ByIdSql, new { Id = id }) is { } group ? (await FillAsync(session, [group]))[0] : null;

    public static async Task WriteMembersAsync(WriteTransaction write, Guid id, IReadOnlyList<OtherParty> members)
    {
        await write.ExecuteAsync(RemoveMembersSql, new { PartyGroupId = id });
        foreach (var (position, member) in members.Index())
        {
            await write.ExecuteAsync(AddMemberSql, new { PartyGroupId = id, Position = position, PartyName = member.Name, member.RecipientName, member.Email });
        }
    }

    private static async Task<IReadOnlyList<PartyGroup>> FillAsync(SqlSession session, IReadOnlyList<PartyGroup> groups)
    {
        if (groups.Count == 0)
        {
            return groups;
        }

        var members = (await session.QueryAsync<MemberRow>(MembersSql, new { PartyGroupIds = groups.Select(group => group.Id).ToArray() })).ToLookup(row => row.PartyGroupId);
        return [.. groups.Select(group => group with { Members = [.. members[group.Id].Select(row => new OtherParty(row.PartyName, row.RecipientName, row.Email))] })];
    }

    private sealed record MemberRow
    {
        public required Guid PartyGroupId { get; init; }
        public required string PartyName { get; init; }
        public string? RecipientName { get; init; }
        public required string Email { get; init; }
    }
}

internal static class PartyGroupRules
{
    public static bool Matches(PartyGroup group, string? text) =>
        string.IsNullOrWhiteSpace(text) || SwedishText.Key(group.Name).Contains(SwedishText.Key(text.Trim()), StringComparison.Ordinal)
        || group.Members.Any(member => SwedishText.Key(member.Name).Contains(SwedishText.Key(text.Trim()), StringComparison.Ordinal));

    /// <summary>As they are stored: trimmed, in the order given.</summary>
    public static IReadOnlyList<OtherParty> Tidy(IReadOnlyList<OtherParty> members) =>
        [.. members.Select(member => new OtherParty(member.Name.Trim(), InputText.Tidy(member.RecipientName), member.Email.Trim()))];
}

public static class PartyGroupProblems
{
    public const string NameTaken = "party-group.name-taken";
    public const string NoMembers = "party-group.no-members";
    public const string Twice = "party-group.twice";
    public const string Unknown = "party-group.unknown";

    internal static Problem NameIsTaken(string name) => Problem.OnField(nameof(PartyGroup.Name), NameTaken, name);
}
