namespace ReservedProcurement.Core.Authorities;

internal static class AuthorityRules
{
    /// <summary>The facts as they are stored: trimmed, empty as missing, the organisation number as its ten digits.</summary>
    public static AuthorityFacts Tidy(AuthorityFacts facts) => new()
    {
        Name = facts.Name.Trim(),
        OrganisationNumber = Register.OrganisationNumbers.OrganisationNumber.TryParse(facts.OrganisationNumber, out var number) ? number.Digits : null,
        MunicipalityCode = Trimmed(facts.MunicipalityCode),
        PostalAddress = Trimmed(facts.PostalAddress),
        Website = Trimmed(facts.Website),
        DataProtectionEmail = Trimmed(facts.DataProtectionEmail),
        DataProtectionPhone = Trimmed(facts.DataProtectionPhone),
    };

    public static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public static bool IsOrganisationNumber(string? text) => string.IsNullOrWhiteSpace(text) || Register.OrganisationNumbers.OrganisationNumber.TryParse(text, out _);

    public static bool IsMunicipality(string? code) => string.IsNullOrWhiteSpace(code) || Reference.Municipalities.Find(code.Trim()) is not null;

    public static bool IsWebAddress(string? text) =>
        string.IsNullOrWhiteSpace(text) || (Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) && address.Scheme is "https" or "http");
}
