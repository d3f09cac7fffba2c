using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Register;

public sealed record AddSocialEnterprise(SocialEnterpriseContent Content);

/// <summary>What was saved, to go on from.</summary>
public sealed record SavedSocialEnterprise(Guid Id, int Version);

public sealed class AddSocialEnterpriseHandler(Database database, SocialEnterpriseValidator validator)
{
    private const string InsertSql = """
        insert into SocialEnterprises (Id, Name, NameKey, OrganisationNumber, OrganisationNumberKey, MunicipalityCode, MunicipalityKey, Website, Description, SearchKey, UpdatedAt, Version)
        values (@Id, @Name, @NameKey, @OrganisationNumber, @OrganisationNumberKey, @MunicipalityCode, @MunicipalityKey, @Website, @Description, @SearchKey, @UpdatedAt, @Version)
        """;

    public async Task<Result<SavedSocialEnterprise>> HandleAsync(Actor actor, AddSocialEnterprise request, CancellationToken cancellationToken)
    {
        if (!actor.MayAnywhere(Permission.EditRegister))
        {
            return CommonProblems.NotAllowed;
        }

        var content = request.Content.Cleaned();
        if ((validator.Problem(content) ?? SocialEnterpriseParts.CheckOwnership(content, null)) is { } problem)
        {
            return problem;
        }

        return await SocialEnterpriseUniqueness.GuardAsync(database, content, work: () => database.WriteAsync<SavedSocialEnterprise>(
            actor,
            async write =>
            {
                var columns = SocialEnterpriseColumns.Of(content, write.NewId(), version: 1, write.Now);
                if (await SocialEnterpriseUniqueness.CheckAsync(write, columns, content, null) is { } taken)
                {
                    return taken;
                }

                await write.ExecuteAsync(InsertSql, columns);
                await SocialEnterpriseParts.WriteAsync(write, columns.Id, content, null);
                await write.AuditAsync(AuditSubject.SocialEnterprise, columns.Id, columns.Version, "created", null, SocialEnterpriseSnapshot.Of(content, columns.Number, null));
                return new SavedSocialEnterprise(columns.Id, columns.Version);
            },
            cancellationToken,
            onDuplicate: SocialEnterpriseUniqueness.Race), cancellationToken);
    }
}
