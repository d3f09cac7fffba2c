using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Reference;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Register;

public static class SocialEnterpriseRules
{
    /// <summary>What there is still to find out, in the order to ask for it.</summary>
    public static IReadOnlyList<MissingFact> MissingFacts(SocialEnterprise enterprise)
    {
        ArgumentNullException.ThrowIfNull(enterprise);
        return [.. Missing(enterprise)];
    }

    /// <summary>
    /// Whether two enterprises with the same name can be one and the same: not when both have a number, for then the numbers differ.
    /// </summary>
    public static bool CanBeTheSame(OrganisationNumber? one, OrganisationNumber? other) => one is null || other is null;

    /// <summary>
    /// Everything that a search looks in, folded. A sole trader's number is left out, for a search that finds it also confirms it.
    /// Contacts are left out too: people are not what the register is searched for.
    /// </summary>
    internal static string SearchKey(SocialEnterpriseContent content, OrganisationNumber? number, Municipality? municipality)
    {
        IEnumerable<string?> parts =
        [
            content.Name,
            number is { IsPersonalData: false } ? $"{number} {number.Value.Digits}" : null,
            municipality?.Name,
            content.Description,
            .. content.ServiceAreas.SelectMany(Words),
        ];
        return string.Join('\n', parts.Where(part => !string.IsNullOrEmpty(part)).Select(SwedishText.Key).Distinct());
    }

    private static IEnumerable<string?> Words(ServiceAreaContent area) =>
        area.CpvCodes.Select(Input).Select(input => $"{input.Code} {input} {CpvCatalogue.Swedish.Find(input.Code)?.Name}").Prepend(area.Description!);

    /// <summary>A code that has passed validation, with its check digit when that is known.</summary>
    internal static CpvInput Input(string text) => CpvInput.TryParse(text, out var input, out _)
        ? input with { CheckDigit = KnownCheckDigits.For(input.Code) ?? input.CheckDigit }
        : throw new FormatException($"'{text}' should have been refused before.");

    private static IEnumerable<MissingFact> Missing(SocialEnterprise enterprise)
    {
        if (enterprise.OrganisationNumber is null && !enterprise.NumberIsHidden)
        {
            yield return MissingFact.OrganisationNumber;
        }

        if (enterprise.Municipality is null)
        {
            yield return MissingFact.Municipality;
        }

        if (!enterprise.Contacts.Any(contact => contact.Email is not null))
        {
            yield return MissingFact.ContactWithEmail;
        }

        if (!enterprise.Offers.Any())
        {
            yield return MissingFact.Offer;
        }

        if (enterprise.ServiceAreas.Count > 0 && !enterprise.ServiceAreas.Any(area => area.CpvCodes.Count > 0))
        {
            yield return MissingFact.CpvCode;
        }

        if (!enterprise.WantsToGrowInto.Any())
        {
            yield return MissingFact.GrowthWish;
        }
    }
}
