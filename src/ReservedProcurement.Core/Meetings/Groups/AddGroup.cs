using FluentValidation;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Meetings.Groups;

/// <summary>What a person writes about a group.</summary>
public record PartyGroupContent(string Name, IReadOnlyList<OtherParty> Members);

public sealed record AddGroup(Guid AuthorityId, PartyGroupContent Content);

public sealed class AddGroupHandler(Database database, PartyGroupValidator validator)
{
    private const string AuthoritySql = "select count(*) from Authorities where Id = @AuthorityId";

    private const string InsertSql = "insert into PartyGroups (Id, AuthorityId, Name, NameKey, Version) values (@Id, @AuthorityId, @Name, @NameKey, 1)";

    public async Task<Result<PartyGroupSaved>> HandleAsync(Actor actor, AddGroup request, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.EditProcurements, request.AuthorityId))
        {
            return actor.May(Permission.Read, request.AuthorityId) ? CommonProblems.NotAllowed : CommonProblems.NoSuchRecord;
        }

        if (validator.Check(request.Content) is { } problem)
        {
            return problem;
        }

        var (name, members) = (request.Content.Name.Trim(), PartyGroupRules.Tidy(request.Content.Members));
        return await database.WriteAsync<PartyGroupSaved>(
            actor,
            async write =>
            {
                var (id, nameKey) = (write.NewId(), SwedishText.Key(name));
                if (await write.SingleAsync<int>(AuthoritySql, new { request.AuthorityId }) == 0)
                {
                    return CommonProblems.NoSuchRecord;
                }

                if (await write.SingleAsync<int>(PartyGroupRows.NameTakenSql, new { request.AuthorityId, NameKey = nameKey, Id = id }) > 0)
                {
                    return PartyGroupProblems.NameIsTaken(name);
                }

                await write.ExecuteAsync(InsertSql, new { Id = id, request.AuthorityId, Name = name, NameKey = nameKey });
                await PartyGroupRows.WriteMembersAsync(write, id, members);
                await write.AuditAsync(AuditSubject.PartyGroup, id, 1, "created", null, PartyGroupValidator.Audited(name, members));
                return new PartyGroupSaved(id, 1);
            },
            cancellationToken,
            onDuplicate: PartyGroupProblems.NameIsTaken(name));
    }
}

public sealed class PartyGroupValidator : AbstractValidator<PartyGroupContent>
{
    private const int MostMembers = 500;

    public PartyGroupValidator()
    {
        RuleFor(content => content.Name).NotEmpty().SingleLine(100).WithoutPersonalNumber();
        RuleFor(content => content.Members).Must(members => members.Count > 0).WithErrorCode(PartyGroupProblems.NoMembers);
        RuleFor(content => content.Members).Must(members => members.Count <= MostMembers).WithErrorCode(MeetingProblems.TooMany);
        RuleForEach(content => content.Members).SetValidator(new OtherPartyValidator());
    }

    internal Problem? Check(PartyGroupContent content)
    {
        if (this.Problem(content) is { } problem)
        {
            return problem;
        }

        var twice = content.Members.GroupBy(OtherReceivers.Key).FirstOrDefault(same => same.Count() > 1);
        return twice is null ? null : Problem.OnField(nameof(content.Members), PartyGroupProblems.Twice, twice.First().Name);
    }

    /// <summary>The history says which organisations; who their people are stands only in the group itself.</summary>
    internal static object Audited(string name, IReadOnlyList<OtherParty> members) => new { Name = name, Members = members.Select(member => member.Name).ToArray() };
}
