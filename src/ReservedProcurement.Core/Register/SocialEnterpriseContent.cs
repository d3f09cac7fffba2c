
namespace ReservedProcurement.Core.Register;

/// <summary>What somebody has written about a social enterprise: the same in a page, in the API and in a file.</summary>
public sealed record SocialEnterpriseContent
{
    public string? Name { get; init; }

    public string? OrganisationNumber { get; init; }

    public string? MunicipalityCode { get; init; }

    public string? Website { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<ContactContent> Contacts { get; init; } = [];

    public IReadOnlyList<ServiceAreaContent> ServiceAreas { get; init; } = [];

    /// <summary>Said after the warning that the name is in the register already.</summary>
    public bool IsAnotherOrganisation { get; init; }

    /// <summary>A saved enterprise as it is written: what a form begins with.</summary>
    public static SocialEnterpriseContent Of(SocialEnterprise enterprise) => new()
    {
        Name = enterprise.Name,
        OrganisationNumber = enterprise.OrganisationNumber?.ToString(),
        MunicipalityCode = enterprise.Municipality?.Code,
        Website = enterprise.Website,
        Description = enterprise.Description,
        Contacts = [.. enterprise.Contacts.Select(contact => new ContactContent { Id = contact.Id, Name = contact.Name, Role = contact.Role, Email = contact.Email, Phone = contact.Phone })],
        ServiceAreas = [.. enterprise.ServiceAreas.Select(area => new ServiceAreaContent
        {
            Id = area.Id,
            Kind = area.Kind,
            Description = area.Description,
            CpvCodes = [.. area.CpvCodes.Select(code => code.ToString())],
        })],
    };

    /// <summary>The same without blanks around, with empty fields as null and a web address in full. JSON can leave lists and their rows null.</summary>
    internal SocialEnterpriseContent Cleaned() => this with
    {
        Name = Clean(Name),
        OrganisationNumber = Clean(OrganisationNumber),
        MunicipalityCode = Clean(MunicipalityCode),
        Website = CleanWebsite(Website),
        Description = Clean(Description),
        Contacts = [.. (Contacts ?? []).Where(contact => contact is not null).Select(contact => contact with
        {
            Name = Clean(contact.Name),
            Role = Clean(contact.Role),
            Email = Clean(contact.Email),
            Phone = Clean(contact.Phone),
        })],
        ServiceAreas = [.. (ServiceAreas ?? []).Where(area => area is not null).Select(area => area with
        {
            Description = Clean(area.Description),
            CpvCodes = [.. (area.CpvCodes ?? []).Select(code => Clean(code) ?? "")],
        })],
    };

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ReplaceLineEndings("\n");

    private static string? CleanWebsite(string? text) =>
        Clean(text) is { } address && !address.Contains("://", StringComparison.Ordinal) ? $"https://{address}" : Clean(text);
}

/// <summary>A contact as written. <see cref="Id"/> is null for a new one.</summary>
public sealed record ContactContent
{
    public Guid? Id { get; init; }

    public string? Name { get; init; }

    public string? Role { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }
}

/// <summary>A service area as written. <see cref="Id"/> is null for a new one.</summary>
public sealed record ServiceAreaContent
{
    public Guid? Id { get; init; }

    public ServiceAreaKind? Kind { get; init; }

    public string? Description { get; init; }

    /// <summary>With or without check digit.</summary>
    public IReadOnlyList<string> CpvCodes { get; init; } = [];
}
