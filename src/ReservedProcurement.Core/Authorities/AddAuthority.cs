using FluentValidation;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Authorities;

/// <summary>What is known of a contracting authority (upphandlande myndighet).</summary>
public record AuthorityFacts
{
    public required string Name { get; init; }
    public string? OrganisationNumber { get; init; }
    public string? MunicipalityCode { get; init; }
    public string? PostalAddress { get; init; }
    public string? Website { get; init; }

    /// <summary>Where the data protection officer (dataskyddsombud) is reached; the documents say it.</summary>
    public string? DataProtectionEmail { get; init; }
    public string? DataProtectionPhone { get; init; }
}

public sealed record AddAuthority : AuthorityFacts;

public sealed record AuthorityAdded(Guid Id, int Version);

/// <summary>Adds a contracting authority. Several can share one installation and one register.</summary>
public sealed class AddAuthorityHandler(Database database, AuthorityFactsValidator validator)
{
    private const string NameTakenSql = "select count(*) from Authorities where NameKey = @NameKey";

    private const string InsertSql = """
        insert into Authorities (Id, Name, NameKey, OrganisationNumber, MunicipalityCode, PostalAddress, Website, DataProtectionEmail, DataProtectionPhone, Version)
        values (@Id, @Name, @NameKey, @OrganisationNumber, @MunicipalityCode, @PostalAddress, @Website, @DataProtectionEmail, @DataProtectionPhone, 1)
        """;

    public async Task<Result<AuthorityAdded>> HandleAsync(Actor actor, AddAuthority request, CancellationToken cancellationToken)
    {
        if (!actor.MayAdministerInstallation)
        {
            return CommonProblems.NotAllowed;
        }

        if (validator.Problem<AuthorityFacts>(request) is { } problem)
        {
            return problem;
        }

        var facts = AuthorityRules.Tidy(request);
        return await database.WriteAsync<AuthorityAdded>(
            actor,
            async write =>
            {
                var nameKey = SwedishText.Key(facts.Name);
                if (await write.SingleAsync<int>(NameTakenSql, new { NameKey = nameKey }) > 0)
                {
                    return AuthorityProblems.AuthorityNameIsTaken(facts.Name);
                }

                var id = write.NewId();
                await write.ExecuteAsync(
                    InsertSql,
                    new { Id = id, facts.Name, NameKey = nameKey, facts.OrganisationNumber, facts.MunicipalityCode, facts.PostalAddress, facts.Website, facts.DataProtectionEmail, facts.DataProtectionPhone });
                await write.AuditAsync(AuditSubject.Authority, id, 1, "created", null, facts);
                return new AuthorityAdded(id, 1);
            },
            cancellationToken,
            onDuplicate: AuthorityProblems.AuthorityNameIsTaken(facts.Name));
    }
}

public sealed class AuthorityFactsValidator : AbstractValidator<AuthorityFacts>
{
    public AuthorityFactsValidator()
    {
        RuleFor(facts => facts.Name).NotEmpty().SingleLine(200);
        RuleFor(facts => facts.OrganisationNumber).Must(AuthorityRules.IsOrganisationNumber).WithErrorCode(AuthorityProblems.WrongOrganisationNumber);
        RuleFor(facts => facts.MunicipalityCode).Must(AuthorityRules.IsMunicipality).WithErrorCode(AuthorityProblems.UnknownMunicipality);
        RuleFor(facts => facts.PostalAddress).ManyLines(400);
        RuleFor(facts => facts.Website).SingleLine(400).Must(AuthorityRules.IsWebAddress).WithErrorCode("field.web-address");
        RuleFor(facts => facts.DataProtectionEmail).SingleLine(254).Email();
        RuleFor(facts => facts.DataProtectionPhone).SingleLine(40).PhoneNumber();
    }
}
