using ReservedProcurement.Core.Reference;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Register;

/// <summary>
/// An enterprise as its history shows it: one text per field. Everybody who may read the register may read the history,
/// so a sole trader's number is not in it, only that there is one.
/// </summary>
internal sealed record SocialEnterpriseSnapshot(
    string Name,
    string? OrganisationNumber,
    string? Municipality,
    string? Website,
    string? Description,
    string? Contacts,
    string? Offers,
    string? WantsToGrowInto)
{
    private const string SoleTrader = "Enskild firma";
    private const string AnotherSoleTrader = "Enskild firma, nytt nummer";

    public static SocialEnterpriseSnapshot Of(SocialEnterprise enterprise) => new(
        enterprise.Name,
        enterprise.IsSoleTrader ? SoleTrader : enterprise.OrganisationNumber?.ToString(),
        enterprise.Municipality?.Name,
        enterprise.Website,
        enterprise.Description,
        Lines(enterprise.Contacts.Select(contact => Line(contact.Name, contact.Role, contact.Email, contact.Phone))),
        Lines(enterprise.Offers.Select(Area)),
        Lines(enterprise.WantsToGrowInto.Select(Area)));

    /// <summary>The state after <paramref name="content"/> is saved over <paramref name="before"/>.</summary>
    public static SocialEnterpriseSnapshot Of(SocialEnterpriseContent content, OrganisationNumber? number, SocialEnterprise? before) => new(
        content.Name!,
        number is not { IsPersonalData: true } ? number?.ToString() : before is { IsSoleTrader: true } && before.OrganisationNumber != number ? AnotherSoleTrader : SoleTrader,
        Municipalities.Find(content.MunicipalityCode)?.Name,
        content.Website,
        content.Description,
        Lines(content.Contacts.Select(contact => Line(contact.Name, contact.Role, contact.Email, contact.Phone))),
        Lines(Areas(content, ServiceAreaKind.Offers)),
        Lines(Areas(content, ServiceAreaKind.WantsToGrowInto)));

    internal static string Area(ServiceArea area) => Line([area.Description, .. area.CpvCodes.Select(input => input.ToString())]);

    private static IEnumerable<string> Areas(SocialEnterpriseContent content, ServiceAreaKind kind) => content.ServiceAreas
        .Where(area => area.Kind == kind)
        .Select(area => Line([area.Description, .. area.CpvCodes.Select(SocialEnterpriseRules.Input).DistinctBy(input => input.Code).OrderBy(input => input.Code).Select(input => input.ToString())]));

    private static string Line(params string?[] parts) => string.Join(", ", parts.Where(part => part is not null));

    private static string? Lines(IEnumerable<string> lines) => string.Join("; ", lines) is { Length: > 0 } text ? text : null;
}
