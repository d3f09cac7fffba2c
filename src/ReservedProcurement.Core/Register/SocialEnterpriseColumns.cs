using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Reference;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Register;

/// <summary>The row of an enterprise as it is written, with the keys that follow from its content.</summary>
internal sealed record SocialEnterpriseColumns
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string NameKey { get; init; }

    public required string? OrganisationNumber { get; init; }

    /// <summary>
    /// The number, or the record's own id when there is none: never null, so that a plain unique index holds on every engine.
    /// </summary>
    public required string OrganisationNumberKey { get; init; }

    public required string? MunicipalityCode { get; init; }

    public required string? MunicipalityKey { get; init; }

    public required string? Website { get; init; }

    public required string? Description { get; init; }

    public required string SearchKey { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The version that the row gets.</summary>
    public required int Version { get; init; }

    /// <summary>The version that the change is based on.</summary>
    public int BasedOnVersion => Version - 1;

    internal OrganisationNumber? Number { get; private init; }

    public static SocialEnterpriseColumns Of(SocialEnterpriseContent content, Guid id, int version, DateTimeOffset now)
    {
        var number = NumberOf(content);
        var municipality = Municipalities.Find(content.MunicipalityCode);
        return new SocialEnterpriseColumns
        {
            Id = id,
            Name = content.Name!,
            NameKey = SwedishText.Key(content.Name!),
            OrganisationNumber = number?.Digits,
            OrganisationNumberKey = number?.Digits ?? id.ToString(),
            MunicipalityCode = municipality?.Code,
            MunicipalityKey = municipality is null ? null : SwedishText.Key(municipality.Name),
            Website = content.Website,
            Description = content.Description,
            SearchKey = SocialEnterpriseRules.SearchKey(content, number, municipality),
            UpdatedAt = now,
            Version = version,
            Number = number,
        };
    }

    public static OrganisationNumber? NumberOf(SocialEnterpriseContent content) =>
        content.OrganisationNumber is null ? null : OrganisationNumbers.OrganisationNumber.Parse(content.OrganisationNumber);
}
