namespace ReservedProcurement.Core.Documents.Templates;

/// <summary>The name of a file as it came in, for people to recognise it by. It never becomes a path or a header.</summary>
internal static class SentFileName
{
    public const int Longest = 200;

    public static string Tidy(string? sent)
    {
        var name = sent ?? "";
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = new string([.. name.Where(character => char.IsLetterOrDigit(character) || character is ' ' or '.' or ',' or '-' or '_' or '(' or ')' or '&' or '+' or '!')]).Trim();
        return kept.Trim('.').Length == 0 ? "mall.docx" : kept.Length <= Longest ? kept : kept[..Longest].TrimEnd();
    }
}
