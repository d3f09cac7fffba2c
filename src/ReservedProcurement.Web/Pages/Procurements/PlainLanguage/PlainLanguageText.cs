using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.PlainLanguage;
using ReservedProcurement.Core.PlainLanguage.Advising;
using ReservedProcurement.Core.PlainLanguage.Comparing;
using ReservedProcurement.Core.Procurements.Lots;

namespace ReservedProcurement.Web.Pages.Procurements.PlainLanguage;

/// <summary>Figures and places in words. What is reckoned and not counted says so.</summary>
public static class PlainLanguageText
{
    public static string Pages(LanguageFigures figures) => $"{About(figures.PagesAreEstimated)}{SwedishNumber.Whole(figures.Pages)}";

    public static string PagesWithUnit(LanguageFigures figures) => $"{Pages(figures)} {(figures.Pages == 1 ? "sida" : "sidor")}";

    public static string Minutes(int minutes) => $"ungefär {SwedishNumber.Whole(minutes)} min";

    public static string Lix(LanguageFigures figures) => figures is { WholeLix: { } lix, Band: { } band } ? $"{lix}, {Texts.Name(band)}" : "inga meningar";

    public static string Mean(LanguageFigures figures) => figures.MeanSentence is { } mean ? $"{mean.ToString("0.0", Texts.Swedish)} ord i snitt" : "inga meningar";

    public static string Times(int times) => times == 1 ? "1 gång" : $"{times} gånger";

    /// <summary>Where in the procurement a text stands, such as <c>Delkontrakt 2, krav 3, syftet</c>.</summary>
    public static string Place(TextAdvice advice)
    {
        var field = Texts.Field(advice.Field);
        return (advice.LotNumber, advice.RequirementNumber) switch
        {
            ({ } lot, { } requirement) => $"Delkontrakt {lot}, krav {requirement}{PartOfRequirement(advice)}",
            ({ } lot, null) => $"Delkontrakt {lot}, {field.ToLower(Texts.Swedish)}",
            _ => field,
        };
    }

    /// <summary>In Swedish, as in "a, b och c".</summary>
    public static string List(IReadOnlyList<string> items) => items switch
    {
        [] => "",
        [var only] => only,
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} och {items[^1]}",
    };

    /// <summary>What the documents written here are called in a comparison, in order.</summary>
    public static string Titles(DocumentComparison comparison) => List([.. comparison.Counted.Select(document => document.Title)]);

    /// <summary>What it lacks is said by the heading above.</summary>
    private static string PartOfRequirement(TextAdvice advice) => advice.Kind is AdviceKind.NoPurpose or AdviceKind.NoProof ? ""
        : advice.Field.EndsWith(nameof(Requirement.Purpose), StringComparison.Ordinal) ? ", syftet"
        : advice.Field.EndsWith(nameof(Requirement.Proof), StringComparison.Ordinal) ? ", beviset"
        : "";

    private static string About(bool isEstimated) => isEstimated ? "ungefär " : "";
}
