using ReservedProcurement.Core.Language;

namespace ReservedProcurement.Core.Problems;

/// <summary>Refusals that every file can meet that somebody sends.</summary>
public static class FileProblems
{
    public const string Missing = "field.file-missing";
    public const string TooLarge = "field.file-too-large";

    /// <summary>What is wrong with the file as such, or null.</summary>
    /// <param name="field">The request's property; its label is in the definite form, as in "Filen".</param>
    /// <param name="content">The file, or null when none was chosen.</param>
    /// <param name="largest">In bytes.</param>
    public static Problem? Check(string field, byte[]? content, long largest) =>
        content is null or [] ? Problem.OnField(field, Missing)
        : content.Length > largest ? Problem.OnField(field, TooLarge, SwedishNumber.Size(content.Length), SwedishNumber.Size(largest))
        : null;
}
