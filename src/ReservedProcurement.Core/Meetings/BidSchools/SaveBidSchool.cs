using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.BidSchools;

public sealed record CreateBidSchool : BidSchoolContent
{
    public CreateBidSchool()
    {
    }

    public CreateBidSchool(BidSchoolContent content)
        : base(content)
    {
    }

    public required Guid AuthorityId { get; init; }
}

public sealed record ChangeBidSchool : BidSchoolContent
{
    public ChangeBidSchool()
    {
    }

    public ChangeBidSchool(BidSchoolContent content)
        : base(content)
    {
    }

    public required Guid Id { get; init; }
    public required int Version { get; init; }
}

/// <summary>What was saved, and the version to base the next change on.</summary>
public sealed record BidSchoolSaved(Guid Id, int Version);

public sealed class SaveBidSchoolHandler(Database database, BidSchoolValidator validator)
{
    private const string InsertSql = """
        insert into BidSchools (Id, AuthorityId, UnitId, Name, NameKey, Description, CreatedAt, Version)
        values (@Id, @AuthorityId, @UnitId, @Name, @NameKey, @Description, @CreatedAt, 1)
        """;

    private const string UpdateSql = "update BidSchools set UnitId = @UnitId, Name = @Name, NameKey = @NameKey, Description = @Description where Id = @Id";

    public async Task<Result<BidSchoolSaved>> CreateAsync(Actor actor, CreateBidSchool request, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.EditProcurements, request.AuthorityId))
        {
            return actor.May(Permission.Read, request.AuthorityId) ? CommonProblems.NotAllowed : CommonProblems.NoSuchRecord;
        }

        if (validator.Problem<BidSchoolContent>(request) is { } problem)
        {
            return problem;
        }

        var content = request.Tidy();
        return await database.WriteAsync<BidSchoolSaved>(
            actor,
            async write =>
            {
                if (await MeetingRows.CheckLinksAsync(write, request.AuthorityId, new MeetingContent { UnitId = content.UnitId }) is { } unknown)
                {
                    return unknown;
                }

                var id = write.NewId();
                await write.ExecuteAsync(
                    InsertSql,
                    new { Id = id, request.AuthorityId, content.UnitId, content.Name, NameKey = SwedishText.Key(content.Name), content.Description, CreatedAt = write.Now });
                await write.AuditAsync(AuditSubject.BidSchool, id, 1, "created", null, content);
                return new BidSchoolSaved(id, 1);
            },
            cancellationToken);
    }

    public async Task<Result<BidSchoolSaved>> ChangeAsync(Actor actor, ChangeBidSchool request, CancellationToken cancellationToken)
    {
        if (validator.Problem<BidSchoolContent>(request) is { } problem)
        {
            return problem;
        }

        var content = request.Tidy();
        return await database.WriteAsync<BidSchoolSaved>(
            actor,
            async write =>
            {
                var loaded = await BidSchoolRows.ToChangeAsync(write, request.Id, request.Version);
                if (!loaded.Succeeded)
                {
                    return loaded.Problem;
                }

                var school = loaded.Value;
                if (content.UnitId != school.UnitId && await MeetingRows.CheckLinksAsync(write, school.AuthorityId, new MeetingContent { UnitId = content.UnitId }) is { } unknown)
                {
                    return unknown;
                }

                await write.ExecuteAsync(UpdateSql, new { school.Id, content.UnitId, content.Name, NameKey = SwedishText.Key(content.Name), content.Description });
                var before = new BidSchoolContent { Name = school.Name, UnitId = school.UnitId, Description = school.Description };
                var version = await write.AuditAsync(AuditSubject.BidSchool, school.Id, school.Version, "changed", before, content);
                return new BidSchoolSaved(school.Id, version);
            },
            cancellationToken);
    }
}
