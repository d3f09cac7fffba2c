using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Web.Forms;

namespace ReservedProcurement.Web.Pages.Administration.Authorities;

public sealed class AuthorityInput
{
    public string? Name { get; set; }

    public string? OrganisationNumber { get; set; }

    public string? MunicipalityCode { get; set; }

    public string? PostalAddress { get; set; }

    public string? Website { get; set; }

    public string? DataProtectionEmail { get; set; }

    public string? DataProtectionPhone { get; set; }

    public int Version { get; set; }

    public static IReadOnlyList<Choice> Municipalities { get; } =
        [.. Core.Reference.Municipalities.All.Select(municipality => new Choice(municipality.Code, municipality.Name))];

    public static AuthorityInput Of(Authority authority) => new()
    {
        Name = authority.Name,
        OrganisationNumber = Show(authority.OrganisationNumber),
        MunicipalityCode = authority.MunicipalityCode,
        PostalAddress = authority.PostalAddress,
        Website = authority.Website,
        DataProtectionEmail = authority.DataProtectionEmail,
        DataProtectionPhone = authority.DataProtectionPhone,
        Version = authority.Version,
    };

    public static string? Show(string? organisationNumber) =>
        Core.Register.OrganisationNumbers.OrganisationNumber.TryParse(organisationNumber, out var number) ? number.ToString() : organisationNumber;

    public AddAuthority ToAdd() => new()
    {
        Name = Name ?? "",
        OrganisationNumber = OrganisationNumber,
        MunicipalityCode = MunicipalityCode,
        PostalAddress = PostalAddress,
        Website = Website,
        DataProtectionEmail = DataProtectionEmail,
        DataProtectionPhone = DataProtectionPhone,
    };

    public ChangeAuthority ToChange(Guid id) => new()
    {
        Id = id,
        Version = Version,
        Name = Name ?? "",
        OrganisationNumber = OrganisationNumber,
        MunicipalityCode = MunicipalityCode,
        PostalAddress = PostalAddress,
        Website = Website,
        DataProtectionEmail = DataProtectionEmail,
        DataProtectionPhone = DataProtectionPhone,
    };
}
