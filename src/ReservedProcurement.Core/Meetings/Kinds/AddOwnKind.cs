using FluentValidation;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Meetings.Kinds;

public sealed record AddOwnKind(Guid AuthorityId, string Name);

/// <param name="Id">The kind.</param>
/// <param name="Version">To base the next change on.</param>
public sealed record OwnKindSaved(Guid Id, int Version);

/// <summary>Adds a kind of meeting to an authority's own list.</summary>
public sealed class AddOwnKindHandler(Database database, AddOwnKindHandler.Validator validator)
{
    internal const string NameTakenSql = "select count(*) from MeetingKinds where AuthorityId = @AuthorityId and NameKey = @NameKey and Id <> @Id";

    private const string AuthoritySql = "select count(*) from Authorities where Id = @AuthorityId";

    private const string InsertSql = "insert into MeetingKinds (Id, AuthorityId, Name, NameKey, IsClosed, Version) values (@Id, @AuthorityId, @Name, @NameKey, 0, 1)";

    public async Task<Result<OwnKindSaved>> HandleAsync(Actor actor, AddOwnKind request, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Administer, request.AuthorityId))
        {
            return actor.May(Permission.Read, request.AuthorityId) ? CommonProblems.NotAllowed : CommonProblems.NoSuchRecord;
        }

        if (validator.Problem(request) is { } problem)
        {
            return problem;
        }

        var name = request.Name.Trim();
        return await database.WriteAsync<OwnKindSaved>(
            actor,
            async write =>
            {
                var (id, nameKey) = (write.NewId(), SwedishText.Key(name));
                if (await write.SingleAsync<int>(AuthoritySql, new { request.AuthorityId }) == 0)
                {
                    return CommonProblems.NoSuchRecord;
                }

                if (await write.SingleAsync<int>(NameTakenSql, new { request.AuthorityId, NameKey = nameKey, Id = id }) > 0)
                {
                    return OwnKindProblems.NameIsTaken(name);
                }

                await write.ExecuteAsync(InsertSql, new { Id = id, request.AuthorityId, Name = name, NameKey = nameKey });
                await write.AuditAsync(AuditSubject.MeetingKind, id, 1, "created", null, new { Name = name });
                return new OwnKindSaved(id, 1);
            },
            cancellationToken,
            onDuplicate: OwnKindProblems.NameIsTaken(name));
    }

    public sealed class Validator : AbstractValidator<AddOwnKind>
    {
        public Validator() => RuleFor(request => request.Name).KindName();
    }
}

internal static class OwnKindRules
{
    private const int LongestName = 100;

    /// <summary>A name of its own: not one that every installation has already.</summary>
    public static IRuleBuilderOptions<T, string?> KindName<T>(this IRuleBuilder<T, string?> rule) => rule
        .NotEmpty().SingleLine(LongestName).WithoutPersonalNumber()
        .Must(name => Enum.GetValues<MeetingKind>().All(kind => SwedishText.Key(Texts.Name(kind)) != SwedishText.Key(name?.Trim()))).WithErrorCode(OwnKindProblems.Shipped);
}
