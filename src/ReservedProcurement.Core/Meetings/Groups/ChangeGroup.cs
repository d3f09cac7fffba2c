using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Groups;

/// <summary>Changes a group: its name, and all of its parties as they are to be. Meetings that were invited to by it are left as they are.</summary>
public sealed record ChangeGroup(Guid Id, int Version, PartyGroupContent Content);

public sealed class ChangeGroupHandler(Database database, PartyGroupValidator validator)
{
    private const string UpdateSql = "update PartyGroups set Name = @Name, NameKey = @NameKey, Version = Version + 1 where Id = @Id and Version = @Version";

    public async Task<Result<PartyGroupSaved>> HandleAsync(Actor actor, ChangeGroup request, CancellationToken cancellationToken)
    {
        if (validator.Check(request.Content) is { } problem)
        {
            return problem;
        }

        var (name, members) = (request.Content.Name.Trim(), PartyGroupRules.Tidy(request.Content.Members));
        return await database.WriteAsync<PartyGroupSaved>(
            actor,
            async write =>
            {
                var loaded = await LoadAsync(write, actor, request.Id);
                if (!loaded.Succeeded)
                {
                    return loaded.Problem;
                }

                var (before, nameKey) = (loaded.Value, SwedishText.Key(name));
                if (await write.SingleAsync<int>(PartyGroupRows.NameTakenSql, new { before.AuthorityId, NameKey = nameKey, request.Id }) > 0)
                {
                    return PartyGroupProblems.NameIsTaken(name);
                }

                if (await write.ExecuteAsync(UpdateSql, new { request.Id, request.Version, Name = name, NameKey = nameKey }) == 0)
                {
                    return await write.StaleAsync(AuditSubject.PartyGroup, request.Id, request.Version);
                }

                await PartyGroupRows.WriteMembersAsync(write, request.Id, members);

                // A new address is a change too, though the history keeps no addresses.
                var isTheSame = before.Members.SequenceEqual(members);
                await write.AuditAsync(
                    AuditSubject.PartyGroup, request.Id, request.Version + 1, isTheSame ? "changed" : "group-changed",
                    isTheSame ? PartyGroupValidator.Audited(before.Name, before.Members) : null, PartyGroupValidator.Audited(name, members));
                return new PartyGroupSaved(request.Id, isTheSame && before.Name == name ? request.Version : request.Version + 1);
            },
            cancellationToken,
            onDuplicate: PartyGroupProblems.NameIsTaken(name));
    }

    /// <summary>A group that this actor may change.</summary>
    internal static async Task<Result<PartyGroup>> LoadAsync(SqlSession session, Actor actor, Guid id)
    {
        if (await PartyGroupRows.ByIdAsync(session, id) is not { } group || !actor.May(Permission.Read, group.AuthorityId))
        {
            return CommonProblems.NoSuchRecord;
        }

        return actor.May(Permission.EditProcurements, group.AuthorityId) ? group : CommonProblems.NotAllowed;
    }
}

/// <summary>Removes a group with its addresses. Whoever was invited by it stays invited.</summary>
public sealed record RemoveGroup(Guid Id, int Version);

public sealed class RemoveGroupHandler(Database database)
{
    private const string RemoveSql = "delete from PartyGroups where Id = @Id and Version = @Version";

    public Task<Result<Done>> HandleAsync(Actor actor, RemoveGroup request, CancellationToken cancellationToken) => database.WriteAsync<Done>(
        actor,
        async write =>
        {
            var loaded = await ChangeGroupHandler.LoadAsync(write, actor, request.Id);
            if (!loaded.Succeeded)
            {
                return loaded.Problem;
            }

            if (await write.ExecuteAsync(RemoveSql, new { request.Id, request.Version }) == 0)
            {
                return await write.StaleAsync(AuditSubject.PartyGroup, request.Id, request.Version);
            }

            await write.AuditAsync(AuditSubject.PartyGroup, request.Id, request.Version + 1, "removed", new { loaded.Value.Name }, null);
            return Done.Value;
        },
        cancellationToken);
}
