using ReservedProcurement.Core.Mail.Incoming.Reading;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Reference;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Register;

/// <summary>Reads whole social enterprises, in the order of the ids asked for.</summary>
internal static class SocialEnterpriseRows
{
    // Well below the 2 100 parameters that SQL Server takes.
    private const int Batch = 500;

    private const string EnterprisesSql = """
        select Id, Name, OrganisationNumber, MunicipalityCode, Website, Description, UpdatedAt, Version
        from SocialEnterprises
        where Id in @Ids
        """;

    private const string ContactsSql = """
        select c.Id, c.SocialEnterpriseId, c.Name, c.Role, c.Email, c.Phone, b.BouncedAt, b.Reason as BounceReason
        from SocialEnterpriseContacts c
        left join BouncingAddresses b on b.AddressKey = lower(c.Email)
        where c.SocialEnterpriseId in @Ids
        order by c.Position
        """;

    private const string ServiceAreasSql = """
        select Id, SocialEnterpriseId, Kind, Description
        from ServiceAreas
        where SocialEnterpriseId in @Ids
        order by Position
        """;

    private const string CpvCodesSql = """
        select c.ServiceAreaId, c.Code, c.CheckDigit
        from ServiceAreaCpvCodes c
        join ServiceAreas a on a.Id = c.ServiceAreaId
        where a.SocialEnterpriseId in @Ids
        order by c.Code
        """;

    public static async Task<SocialEnterprise?> FindAsync(SqlSession session, Guid id) => (await LoadAsync(session, [id])).SingleOrDefault();

    public static async Task<IReadOnlyList<SocialEnterprise>> LoadAsync(SqlSession session, IReadOnlyList<Guid> ids)
    {
        var enterprises = new List<SocialEnterprise>(ids.Count);
        foreach (var batch in ids.Chunk(Batch))
        {
            enterprises.AddRange(await LoadBatchAsync(session, batch));
        }

        return enterprises;
    }

    private static async Task<IEnumerable<SocialEnterprise>> LoadBatchAsync(SqlSession session, Guid[] ids)
    {
        var rows = (await session.QueryAsync<EnterpriseRow>(EnterprisesSql, new { Ids = ids })).ToDictionary(row => row.Id);
        var contacts = (await session.QueryAsync<ContactRow>(ContactsSql, new { Ids = ids })).ToLookup(row => row.SocialEnterpriseId);
        var areas = (await session.QueryAsync<ServiceAreaRow>(ServiceAreasSql, new { Ids = ids })).ToLookup(row => row.SocialEnterpriseId);
        var codes = (await session.QueryAsync<CpvCodeRow>(CpvCodesSql, new { Ids = ids })).ToLookup(row => row.ServiceAreaId);

        return ids.Where(rows.ContainsKey).Select(id => rows[id].ToSocialEnterprise(
            [.. contacts[id].Select(row => row.ToContact())],
            [.. areas[id].Select(row => new ServiceArea(row.Id, row.Kind, row.Description, [.. codes[row.Id].Select(code => code.ToInput())]))]));
    }

    private sealed record EnterpriseRow
    {
        public required Guid Id { get; init; }
        public required string Name { get; init; }
        public required string? OrganisationNumber { get; init; }
        public required string? MunicipalityCode { get; init; }
        public required string? Website { get; init; }
        public required string? Description { get; init; }
        public required DateTimeOffset UpdatedAt { get; init; }
        public required int Version { get; init; }

        public SocialEnterprise ToSocialEnterprise(IReadOnlyList<Contact> contacts, IReadOnlyList<ServiceArea> serviceAreas)
        {
            OrganisationNumber? number = OrganisationNumber is null ? null : OrganisationNumbers.OrganisationNumber.Parse(OrganisationNumber);
            return new SocialEnterprise
            {
                Id = Id,
                Name = Name,
                OrganisationNumber = number,
                LegalForm = number?.LegalFormGroup,
                Municipality = Municipalities.Find(MunicipalityCode),
                Website = Website,
                Description = Description,
                Contacts = contacts,
                ServiceAreas = serviceAreas,
                UpdatedAt = UpdatedAt,
                Version = Version,
            };
        }
    }

    private sealed record ContactRow
    {
        public required Guid Id { get; init; }
        public required Guid SocialEnterpriseId { get; init; }
        public required string? Name { get; init; }
        public required string? Role { get; init; }
        public required string? Email { get; init; }
        public required string? Phone { get; init; }
        public DateTimeOffset? BouncedAt { get; init; }
        public BounceReason? BounceReason { get; init; }

        public Contact ToContact() => new(Id, Name, Role, Email, Phone) { Bounce = BouncedAt is { } at && BounceReason is { } reason ? new ContactBounce(at, reason) : null };
    }

    private sealed record ServiceAreaRow
    {
        public required Guid Id { get; init; }
        public required Guid SocialEnterpriseId { get; init; }
        public required ServiceAreaKind Kind { get; init; }
        public required string? Description { get; init; }
    }

    private sealed record CpvCodeRow
    {
        public required Guid ServiceAreaId { get; init; }
        public required string Code { get; init; }
        public required string? CheckDigit { get; init; }

        public CpvInput ToInput() => new(CpvCode.Parse(Code), CheckDigit?[0]);
    }
}
