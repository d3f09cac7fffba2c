using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.PlainLanguage;

/// <summary>Refusals about measuring documents.</summary>
public static class PlainLanguageProblems
{
    public const string NotReadable = "plain-language.not-readable";
    public const string NoText = "plain-language.no-text";

    internal static readonly string FileField = "File";

    /// <param name="reason">A whole Swedish sentence.</param>
    public static Problem CannotRead(string reason) => Problem.OnField(FileField, NotReadable, reason);
}
