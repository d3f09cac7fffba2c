using FluentValidation;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Kinds;

/// <summary>Renames an own kind, closes it or opens it again. The meetings that have it show the new name.</summary>
public sealed record ChangeOwnKind(Guid Id, int Version, string Name, bool IsClosed);

public sealed class ChangeOwnKindHandler(Database database, ChangeOwnKindHandler.Validator validator)
{
    private const string KindSql = "select AuthorityId, Name, IsClosed from MeetingKinds where Id = @Id";

    private const string UpdateSql = """
        update MeetingKinds set Name = @Name, NameKey = @NameKey, IsClosed = @IsClosed, Version = Version + 1
        where Id = @Id and Version = @Version
        """;

    public async Task<Result<OwnKindSaved>> HandleAsync(Actor actor, ChangeOwnKind request, CancellationToken cancellationToken)
    {
        if (validator.Problem(request) is { } problem)
        {
            return problem;
        }

        var name = request.Name.Trim();
        return await database.WriteAsync<OwnKindSaved>(
            actor,
            async write =>
            {
                var kind = await write.SingleOrDefaultAsync<KindRow>(KindSql, new { request.Id });
                if (kind is null || !actor.May(Permission.Read, kind.AuthorityId))
                {
                    return CommonProblems.NoSuchRecord;
                }

                if (!actor.May(Permission.Administer, kind.AuthorityId))
                {
                    return CommonProblems.NotAllowed;
                }

                var nameKey = SwedishText.Key(name);
                if (await write.SingleAsync<int>(AddOwnKindHandler.NameTakenSql, new { kind.AuthorityId, NameKey = nameKey, request.Id }) > 0)
                {
                    return OwnKindProblems.NameIsTaken(name);
                }

                if (await write.ExecuteAsync(UpdateSql, new { request.Id, request.Version, Name = name, NameKey = nameKey, request.IsClosed }) == 0)
                {
                    return await write.StaleAsync(AuditSubject.MeetingKind, request.Id, request.Version);
                }

                var version = await write.AuditAsync(
                    AuditSubject.MeetingKind, request.Id, request.Version + 1, "changed", new { kind.Name, kind.IsClosed }, new { Name = name, request.IsClosed });
                return new OwnKindSaved(request.Id, version);
            },
            cancellationToken,
            onDuplicate: OwnKindProblems.NameIsTaken(name));
    }

    private sealed record KindRow
    {
        public required Guid AuthorityId { get; init; }
        public required string Name { get; init; }
        public required bool IsClosed { get; init; }
    }

    public sealed class Validator : AbstractValidator<ChangeOwnKind>
    {
        public Validator() => RuleFor(request => request.Name).KindName();
    }
}
