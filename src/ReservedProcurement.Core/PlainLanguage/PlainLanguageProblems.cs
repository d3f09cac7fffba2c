using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.PlainLanguage;

/// <summary>Refusals about measuring documents.</summary>
public static class PlainLanguageProblems
{
    public const string NotReadable = "plain-language.not-readable";
    public const string NoText = "plain-language.no-text";
    public const string NoFileChosen = "plain-language.no-file-chosen";
    public const string ComparedNotReadable = "plain-language.compared-not-readable";
    public const string ComparedTwice = "plain-language.compared-twice";
    public const string ComparedTooLarge = "plain-language.compared-too-large";
    public const string TooManyAtOnce = "plain-language.too-many-at-once";
    public const string TooManyCompared = "plain-language.too-many-compared";
    public const string PersonalNumberInFileName = "plain-language.personal-number-in-file-name";
    public const string InvalidSpeed = "plain-language.invalid-speed";

    internal static readonly string FileField = "File";

    /// <param name="reason">A whole Swedish sentence.</param>
    public static Problem CannotRead(string reason) => Problem.OnField(FileField, NotReadable, reason);

    /// <param name="fileName">Which of several files it is.</param>
    /// <param name="reason">A whole Swedish sentence.</param>
    public static FieldProblem CannotCompare(string fileName, string reason) => OnFiles(ComparedNotReadable, fileName, reason);

    public static FieldProblem OnFiles(string code, params object?[] arguments) => new("Files", code) { Arguments = arguments };

    public static Problem Of(params FieldProblem[] fields) => new(CommonProblems.Invalid, ProblemKind.Invalid) { Fields = fields };
}
