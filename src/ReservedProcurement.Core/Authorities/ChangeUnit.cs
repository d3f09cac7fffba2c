using FluentValidation;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Authorities;

/// <summary>Renames a unit, closes it or opens it again.</summary>
public sealed record ChangeUnit(Guid Id, int Version, string Name, bool IsClosed);

public sealed class ChangeUnitHandler(Database database, ChangeUnitHandler.Validator validator)
{
    private const string UnitSql = "select Id, AuthorityId, Name, IsClosed, Version from Units where Id = @Id";

    private const string UpdateSql = """
        update Units set Name = @Name, NameKey = @NameKey, IsClosed = @IsClosed, Version = Version + 1
        where Id = @Id and Version = @Version
        """;

    public async Task<Result<int>> HandleAsync(Actor actor, ChangeUnit request, CancellationToken cancellationToken)
    {
        if (validator.Problem(request) is { } problem)
        {
            return problem;
        }

        var name = request.Name.Trim();
        return await database.WriteAsync<int>(
            actor,
            async write =>
            {
                var unit = await write.SingleOrDefaultAsync<Unit>(UnitSql, new { request.Id });
                if (unit is null || !actor.May(Permission.Read, unit.AuthorityId))
                {
                    return CommonProblems.NoSuchRecord;
                }

                if (!actor.May(Permission.Administer, unit.AuthorityId))
                {
                    return CommonProblems.NotAllowed;
                }

                var nameKey = SwedishText.Key(name);
                if (await write.SingleAsync<int>(AddUnitHandler.NameTakenSql, new { unit.AuthorityId, NameKey = nameKey, request.Id }) > 0)
                {
                    return AuthorityProblems.UnitNameIsTaken(name);
                }

                if (await write.ExecuteAsync(UpdateSql, new { request.Id, request.Version, Name = name, NameKey = nameKey, request.IsClosed }) == 0)
                {
                    return await write.StaleAsync(AuditSubject.Unit, request.Id, request.Version);
                }

                return await write.AuditAsync(AuditSubject.Unit, request.Id, request.Version + 1, "changed", new { unit.Name, unit.IsClosed }, new { Name = name, request.IsClosed });
            },
            cancellationToken,
            onDuplicate: AuthorityProblems.UnitNameIsTaken(name));
    }

    public sealed class Validator : AbstractValidator<ChangeUnit>
    {
        public Validator() => RuleFor(request => request.Name).NotEmpty().SingleLine(200);
    }
}
