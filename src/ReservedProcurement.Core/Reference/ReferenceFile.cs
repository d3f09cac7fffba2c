using System.Reflection;

namespace ReservedProcurement.Core.Reference;

/// <summary>Reads the embedded lists under <c>Reference/Data</c>: UTF-8, one row a line, columns parted by tab, <c>#</c> before a remark.</summary>
internal static class ReferenceFile
{
    public static IEnumerable<string[]> Rows(string fileName)
    {
        using var reader = Open(fileName);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Split('\t');
            }
        }
    }

    public static StreamReader Open(string fileName) =>
        new(Assembly.GetExecutingAssembly().GetManifestResourceStream($"reference/{fileName}")
            ?? throw new InvalidOperationException($"The reference list {fileName} is missing from the build."));
}
