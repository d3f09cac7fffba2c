namespace ReservedProcurement.WordTemplates.Syntax;

/// <summary>The tag of a control that the document's reader fills in: <c>svar:</c> and a name.</summary>
internal static class AnswerTag
{
    public const string Prefix = "svar:";

    /// <summary>Word refuses documents with longer tags.</summary>
    public const int Longest = 64;

    private const string LegacyPrefix = "svar_";

    public static string? NameOf(string? tag)
    {
        var written = tag?.Trim() ?? "";
        var isAnswer = written.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || written.StartsWith(LegacyPrefix, StringComparison.OrdinalIgnoreCase);
        return isAnswer && written.Length > Prefix.Length ? written[Prefix.Length..].Trim() : null;
    }
}
