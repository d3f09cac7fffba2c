using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.PlainLanguage;

namespace ReservedProcurement.Web.Pages.Procurements;

/// <summary>The figures of a text as a reader meets them.</summary>
internal static class PlainLanguageText
{
    public static string Lix(LanguageFigures figures) => figures is { Lix: { } lix, Band: { } band } ? $"{Decimal(lix)} ({Texts.Name(band)})" : "";

    /// <summary>What other texts have about the same LIX.</summary>
    public static string Like(LixBand band) => band switch
    {
        LixBand.VeryEasy => "som i böcker för barn",
        LixBand.Easy => "som i skönlitteratur och veckotidningar",
        LixBand.Medium => "som i vanliga tidningsartiklar",
        LixBand.Hard => "som i många myndigheters texter",
        _ => "som i fackspråk och byråkratiska texter",
    };

    public static string Mean(LanguageFigures figures) => figures.MeanSentence is { } mean ? Decimal(mean) : "";

    public static string Pages(LanguageFigures figures) => $"{Number(figures)} {(figures.Pages == 1 ? "sida" : "sidor")}";

    public static string PagesInstead(LanguageFigures figures, LanguageFigures ordinary) => $"{Capital(Pages(figures))} i stället för {Number(ordinary)}";

    public static string Number(LanguageFigures figures) => $"{(figures.PagesAreEstimated ? "cirka " : "")}{SwedishNumber.Whole(figures.Pages)}";

    public static string Times(int times) => times == 1 ? "1 gång" : $"{times} gånger";

    private static string Decimal(double number) => number.ToString("0.0", Texts.Swedish);

    private static string Capital(string text) => string.Concat(char.ToUpper(text[0], Texts.Swedish).ToString(), text.AsSpan(1));
}
