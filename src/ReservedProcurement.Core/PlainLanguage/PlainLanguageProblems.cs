using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.PlainLanguage;

/// <summary>Refusals about measuring documents.</summary>
public static class PlainLanguageProblems
{
    public const string NoFile = "plain-language.no-file";
    public const string NotReadable = "plain-language.not-readable";
    public const string NoText = "plain-language.no-text";
    public const string TooManyComparisons = "plain-language.too-many-comparisons";

    internal const string FileField = "File";

    /// <param name="reason">A whole Swedish sentence.</param>
    public static Problem CannotRead(string reason) => Problem.OnField(FileField, NotReadable, reason);
}
