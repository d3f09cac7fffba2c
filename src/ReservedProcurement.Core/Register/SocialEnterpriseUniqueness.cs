using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Register;

/// <summary>No two enterprises with one number, and no second with the same name unless somebody says that it is another.</summary>
internal static class SocialEnterpriseUniqueness
{
    /// <summary>The unique index refused what the check let through: somebody came between.</summary>
    public static readonly Problem Race = Problem.Of(CommonProblems.Duplicate, ProblemKind.Conflict);

    private const string SameNumberSql = """
        select Id, Name, OrganisationNumber
        from SocialEnterprises
        where OrganisationNumber = @OrganisationNumber and Id <> @Id
        """;

    private const string SameNameSql = """
        select Id, Name, OrganisationNumber
        from SocialEnterprises
        where NameKey = @NameKey and Id <> @Id
        order by Id
        """;

    private const string OwnerOfNumberSql = """
        select Id, Name, OrganisationNumber
        from SocialEnterprises
        where OrganisationNumberKey = @OrganisationNumberKey
        """;

    public static async Task<Problem?> CheckAsync(SqlSession session, SocialEnterpriseColumns columns, SocialEnterpriseContent content, SocialEnterprise? existing)
    {
        if (columns.OrganisationNumber is not null
            && await session.SingleOrDefaultAsync<NamesakeRow>(SameNumberSql, new { columns.OrganisationNumber, columns.Id }) is { } owner)
        {
            return RegisterProblems.NumberTaken(owner.Name, owner.Id);
        }

        // Who has once said that it is another organisation is not asked again at every change.
        if (content.IsAnotherOrganisation || (existing is not null && SwedishText.Key(existing.Name) == columns.NameKey))
        {
            return null;
        }

        var namesakes = await session.QueryAsync<NamesakeRow>(SameNameSql, new { columns.NameKey, columns.Id });
        return namesakes.FirstOrDefault(namesake => SocialEnterpriseRules.CanBeTheSame(columns.Number, namesake.Number)) is { } same
            ? RegisterProblems.NameTaken(same.Name, same.Id)
            : null;
    }

    /// <summary>Does the work, and when the unique index stopped it, says which enterprise has the number.</summary>
    public static async Task<Result<T>> GuardAsync<T>(Database database, SocialEnterpriseContent content, Func<Task<Result<T>>> work, CancellationToken cancellationToken)
    {
        var result = await work();
        if (result.Problem != Race || SocialEnterpriseColumns.NumberOf(content) is not { } number)
        {
            return result;
        }

        var owner = await database.ReadAsync(
            session => session.SingleOrDefaultAsync<NamesakeRow>(OwnerOfNumberSql, new { OrganisationNumberKey = number.Digits }), cancellationToken);
        return owner is null ? result : RegisterProblems.NumberTaken(owner.Name, owner.Id);
    }

    private sealed record NamesakeRow
    {
        public required Guid Id { get; init; }
        public required string Name { get; init; }
        public required string? OrganisationNumber { get; init; }

        public OrganisationNumber? Number => OrganisationNumber is null ? null : OrganisationNumbers.OrganisationNumber.Parse(OrganisationNumber);
    }
}
