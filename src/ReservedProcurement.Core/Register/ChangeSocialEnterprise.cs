using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Register;

/// <summary>The whole record is written: contacts and areas that are not in <paramref name="Content"/> are removed.</summary>
public sealed record ChangeSocialEnterprise(Guid Id, int Version, SocialEnterpriseContent Content);

public sealed class ChangeSocialEnterpriseHandler(Database database, SocialEnterpriseValidator validator)
{
    private const string UpdateSql = """
        update SocialEnterprises
        set Name = @Name, NameKey = @NameKey, OrganisationNumber = @OrganisationNumber, OrganisationNumberKey = @OrganisationNumberKey,
            MunicipalityCode = @MunicipalityCode, MunicipalityKey = @MunicipalityKey, Website = @Website, Description = @Description,
            SearchKey = @SearchKey, UpdatedAt = @UpdatedAt, Version = @Version
        where Id = @Id and Version = @BasedOnVersion
        """;

    public async Task<Result<SavedSocialEnterprise>> HandleAsync(Actor actor, ChangeSocialEnterprise request, CancellationToken cancellationToken)
    {
        if (!actor.MayAnywhere(Permission.EditRegister))
        {
            return CommonProblems.NotAllowed;
        }

        var content = request.Content.Cleaned();
        if (validator.Problem(content) is { } problem)
        {
            return problem;
        }

        return await SocialEnterpriseUniqueness.GuardAsync(
            database,
            content,
            () => database.WriteAsync(actor, write => ChangeAsync(write, request, content), cancellationToken, onDuplicate: SocialEnterpriseUniqueness.Race),
            cancellationToken);
    }

    private static async Task<Result<SavedSocialEnterprise>> ChangeAsync(WriteTransaction write, ChangeSocialEnterprise request, SocialEnterpriseContent content)
    {
        if (await SocialEnterpriseRows.FindAsync(write, request.Id) is not { } existing)
        {
            return CommonProblems.NoSuchRecord;
        }

        if (existing.Version != request.Version)
        {
            return await write.StaleAsync(AuditSubject.SocialEnterprise, request.Id, request.Version);
        }

        var columns = SocialEnterpriseColumns.Of(content, request.Id, request.Version + 1, write.Now);
        var before = SocialEnterpriseSnapshot.Of(existing);
        var after = SocialEnterpriseSnapshot.Of(content, columns.Number, existing);
        if ((SocialEnterpriseParts.CheckOwnership(content, existing) ?? await SocialEnterpriseUniqueness.CheckAsync(write, columns, content, existing)) is { } problem)
        {
            return problem;
        }

        if (before == after)
        {
            return new SavedSocialEnterprise(existing.Id, existing.Version);
        }

        if (await write.ExecuteAsync(UpdateSql, columns) == 0)
        {
            return await write.StaleAsync(AuditSubject.SocialEnterprise, request.Id, request.Version);
        }

        await SocialEnterpriseParts.WriteAsync(write, request.Id, content, existing);
        var version = await write.AuditAsync(AuditSubject.SocialEnterprise, request.Id, columns.Version, "changed", before, after);
        return new SavedSocialEnterprise(request.Id, version);
    }
}
