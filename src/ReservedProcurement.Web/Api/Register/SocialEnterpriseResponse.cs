using ReservedProcurement.Core.Reference;
using ReservedProcurement.Core.Register;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Web.Api.Register;

/// <summary>A social enterprise as JSON.</summary>
public sealed record SocialEnterpriseResponse(
    Guid Id,
    string Name,
    string? OrganisationNumber,
    bool NumberIsHidden,
    LegalFormGroup? LegalForm,
    string? MunicipalityCode,
    string? Municipality,
    string? Website,
    string? Description,
    IReadOnlyList<Contact> Contacts,
    IReadOnlyList<ServiceAreaResponse> ServiceAreas,
    IReadOnlyList<MissingFact> MissingFacts,
    DateTimeOffset UpdatedAt,
    int Version)
{
    public static SocialEnterpriseResponse Of(SocialEnterprise enterprise) => new(
        enterprise.Id,
        enterprise.Name,
        enterprise.OrganisationNumber?.ToString(),
        enterprise.NumberIsHidden,
        enterprise.LegalForm,
        enterprise.Municipality?.Code,
        enterprise.Municipality?.Name,
        enterprise.Website,
        enterprise.Description,
        enterprise.Contacts,
        [.. enterprise.ServiceAreas.Select(area => new ServiceAreaResponse(area.Id, area.Kind, area.Description, [.. area.CpvCodes.Select(CpvCodeResponse.Of)]))],
        enterprise.MissingFacts,
        enterprise.UpdatedAt,
        enterprise.Version);
}

public sealed record ServiceAreaResponse(Guid Id, ServiceAreaKind Kind, string? Description, IReadOnlyList<CpvCodeResponse> CpvCodes);

/// <summary>A CPV code: its eight digits, how it is written with the check digit when that is known, and its Swedish name.</summary>
public sealed record CpvCodeResponse(string Code, string Written, string? Name)
{
    public static CpvCodeResponse Of(CpvInput input) => new(input.Code.Digits, input.ToString(), CpvCatalogue.Swedish.Find(input.Code)?.Name);

    public static CpvCodeResponse Of(CpvEntry entry) => new(entry.Code.Digits, entry.Code.ToString(), entry.Name);
}
