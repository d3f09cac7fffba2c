using FluentValidation;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Authorities;

public sealed record AddUnit(Guid AuthorityId, string Name);

public sealed record UnitAdded(Guid Id, int Version);

public sealed class AddUnitHandler(Database database, AddUnitHandler.Validator validator)
{
    private const string AuthorityExistsSql = "select count(*) from Authorities where Id = @AuthorityId";

    internal const string NameTakenSql = "select count(*) from Units where AuthorityId = @AuthorityId and NameKey = @NameKey and Id <> @Id";

    private const string InsertSql = "insert into Units (Id, AuthorityId, Name, NameKey, IsClosed, Version) values (@Id, @AuthorityId, @Name, @NameKey, 0, 1)";

    public async Task<Result<UnitAdded>> HandleAsync(Actor actor, AddUnit request, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Administer, request.AuthorityId))
        {
            return CommonProblems.NotAllowed;
        }

        if (validator.Problem(request) is { } problem)
        {
            return problem;
        }

        var name = request.Name.Trim();
        return await database.WriteAsync<UnitAdded>(
            actor,
            async write =>
            {
                var id = write.NewId();
                var nameKey = SwedishText.Key(name);
                if (await write.SingleAsync<int>(AuthorityExistsSql, new { request.AuthorityId }) == 0)
                {
                    return CommonProblems.NoSuchRecord;
                }

                if (await write.SingleAsync<int>(NameTakenSql, new { request.AuthorityId, NameKey = nameKey, Id = id }) > 0)
                {
                    return AuthorityProblems.UnitNameIsTaken(name);
                }

                await write.ExecuteAsync(InsertSql, new { Id = id, request.AuthorityId, Name = name, NameKey = nameKey });
                await write.AuditAsync(AuditSubject.Unit, id, 1, "created", null, new { Name = name });
                return new UnitAdded(id, 1);
            },
            cancellationToken,
            onDuplicate: AuthorityProblems.UnitNameIsTaken(name));
    }

    public sealed class Validator : AbstractValidator<AddUnit>
    {
        public Validator() => RuleFor(request => request.Name).NotEmpty().SingleLine(200);
    }
}
