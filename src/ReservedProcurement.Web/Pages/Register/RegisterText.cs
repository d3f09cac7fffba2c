using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Reference;
using ReservedProcurement.Core.Register;

namespace ReservedProcurement.Web.Pages.Register;

/// <summary>How facts of the register read on its pages.</summary>
public static class RegisterText
{
    private const int InAShortList = 3;

    /// <summary>The number, or that it is a sole trader's; null without one.</summary>
    public static string? Number(SocialEnterprise enterprise) => enterprise.NumberIsHidden
        ? "Enskild firma"
        : enterprise.OrganisationNumber?.ToString();

    /// <summary>The first areas, in the enterprise's own words or else by the names of the codes.</summary>
    public static string InShort(IEnumerable<ServiceArea> areas)
    {
        var all = areas.Select(Heading).ToList();
        var first = string.Join(", ", all.Take(InAShortList));
        return all.Count > InAShortList ? $"{first} och {all.Count - InAShortList} till" : first;
    }

    public static string Heading(ServiceArea area) => area.Description ?? string.Join(", ", area.CpvCodes.Select(CodeName));

    /// <summary>What is missing, as one line.</summary>
    public static string Missing(SocialEnterprise enterprise) =>
        string.Join(", ", enterprise.MissingFacts.Select(Texts.Name).Select((name, index) => index == 0 || name.StartsWith("CPV", StringComparison.Ordinal) ? name : char.ToLower(name[0], Texts.Swedish) + name[1..]));

    /// <summary>The Swedish name of a code.</summary>
    public static string CodeName(CpvInput input) => CpvCatalogue.Swedish.Find(input.Code)?.Name ?? input.ToString();

    public static string LegalForm(SocialEnterprise enterprise) => enterprise.LegalForm is { } form ? Texts.Name(form) : "";
}
