using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Procurements.Law;

namespace ReservedProcurement.Core.Documents.ReturnedForms;

/// <summary>Refusals about returned forms: of the whole, and of one file among others.</summary>
public static class ReturnedFormProblems
{
    public const string NoLastDay = "returned-forms.no-last-day";
    public const string TooEarly = "returned-forms.too-early";
    public const string TooEarlyByLaw = "returned-forms.too-early-by-law";
    public const string NoFileChosen = "returned-forms.no-file-chosen";
    public const string TooManyAtOnce = "returned-forms.too-many-at-once";

    public const string FileTooLarge = "returned-forms.file-too-large";
    public const string FileEmpty = "returned-forms.file-empty";
    public const string FileNotReadable = "returned-forms.file-not-readable";
    public const string OtherProcurement = "returned-forms.other-procurement";
    public const string NotAForm = "returned-forms.not-a-form";
    public const string NotRecognised = "returned-forms.not-recognised";

    /// <summary>
    /// Tenders may not be read before the time for them is over. Above the threshold 12 kap. 10 § LOU says so; elsewhere the secrecy of
    /// tenders and equal treatment come to the same.
    /// </summary>
    /// <returns>Null when they may.</returns>
    public static Problem? WhileTendersComeIn(Procurement procurement, DateTimeOffset now) => TenderPeriod.EndsAt(procurement) switch
    {
        null => Problem.Of(NoLastDay, ProblemKind.Refused),
        { } end when now < end => Problem.Of(procurement.Regime == Regime.AboveThreshold ? TooEarlyByLaw : TooEarly, ProblemKind.Refused, TenderPeriod.Text(procurement)),
        _ => null,
    };

    internal static Problem OnFiles(string code, params object?[] arguments) => Problem.OnField(nameof(ReadReturnedForms.Files), code, arguments);

    internal static string OfFile(string code, params object?[] arguments) => Texts.Sentence(Problem.Of(code, ProblemKind.Invalid, arguments));
}
