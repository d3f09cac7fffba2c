using System.Reflection;

namespace ReservedProcurement.Core.PlainLanguage.Measuring;

/// <summary>Reads the word lists under <c>PlainLanguage/Data</c>: UTF-8, <c>#</c> before a remark.</summary>
internal static class LanguageData
{
    public static IEnumerable<string> Lines(string fileName)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"plain-language/{fileName}")
            ?? throw new InvalidOperationException($"The word list {fileName} is missing from the build.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    public static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
