using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Authorities;

public sealed record ChangeAuthority : AuthorityFacts
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
}

/// <summary>Changes what is known of an authority. Its own administrators may.</summary>
public sealed class ChangeAuthorityHandler(Database database, AuthorityFactsValidator validator)
{
    private const string NameTakenByOtherSql = "select count(*) from Authorities where NameKey = @NameKey and Id <> @Id";

    private const string UpdateSql = """
        update Authorities
        set Name = @Name, NameKey = @NameKey, OrganisationNumber = @OrganisationNumber, MunicipalityCode = @MunicipalityCode,
            PostalAddress = @PostalAddress, Website = @Website, DataProtectionEmail = @DataProtectionEmail, DataProtectionPhone = @DataProtectionPhone, Version = Version + 1
        where Id = @Id and Version = @Version
        """;

    public async Task<Result<int>> HandleAsync(Actor actor, ChangeAuthority request, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Administer, request.Id))
        {
            return CommonProblems.NotAllowed;
        }

        if (validator.Problem<AuthorityFacts>(request) is { } problem)
        {
            return problem;
        }

        var facts = AuthorityRules.Tidy(request);
        return await database.WriteAsync<int>(
            actor,
            async write =>
            {
                var before = await write.SingleOrDefaultAsync<AuthorityFacts>(GetAuthorityHandler.FactsSql, new { request.Id });
                if (before is null)
                {
                    return CommonProblems.NoSuchRecord;
                }

                var nameKey = SwedishText.Key(facts.Name);
                if (await write.SingleAsync<int>(NameTakenByOtherSql, new { NameKey = nameKey, request.Id }) > 0)
                {
                    return AuthorityProblems.AuthorityNameIsTaken(facts.Name);
                }

                var changed = await write.ExecuteAsync(
                    UpdateSql,
                    new
                    {
                        request.Id,
                        request.Version,
                        facts.Name,
                        NameKey = nameKey,
                        facts.OrganisationNumber,
                        facts.MunicipalityCode,
                        facts.PostalAddress,
                        facts.Website,
                        facts.DataProtectionEmail,
                        facts.DataProtectionPhone,
                    });
                if (changed == 0)
                {
                    return await write.StaleAsync(AuditSubject.Authority, request.Id, request.Version);
                }

                return await write.AuditAsync(AuditSubject.Authority, request.Id, request.Version + 1, "changed", before, facts);
            },
            cancellationToken,
            onDuplicate: AuthorityProblems.AuthorityNameIsTaken(facts.Name));
    }
}
