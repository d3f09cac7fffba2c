using System.Collections.Frozen;

namespace ReservedProcurement.Core.PlainLanguage.Measuring;

/// <summary>Abbreviations whose full stop does not end a sentence, or ends it only before a capital letter.</summary>
internal static class Abbreviations
{
    private static readonly FrozenSet<string> Never = Load("aldrig:");
    private static readonly FrozenSet<string> Sometimes = Load("ibland:");

    /// <param name="word">The word before the full stop, in lower case, without that stop.</param>
    public static bool NeverEndsASentence(string word) => Never.Contains(word);

    /// <inheritdoc cref="NeverEndsASentence"/>
    public static bool SometimesEndsASentence(string word) => Sometimes.Contains(word);

    private static FrozenSet<string> Load(string group) => LanguageData.Lines("abbreviations.txt")
        .Where(line => line.StartsWith(group, StringComparison.Ordinal))
        .SelectMany(line => LanguageData.Words(line[group.Length..]))
        .ToFrozenSet(StringComparer.Ordinal);
}
