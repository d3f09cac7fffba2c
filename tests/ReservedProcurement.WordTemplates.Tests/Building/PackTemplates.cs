namespace ReservedProcurement.WordTemplates.Tests.Building;

/// <summary>The templates that the product ships.</summary>
internal static class PackTemplates
{
    public static IEnumerable<string> Names() =>
        Directory.EnumerateFiles(Folder(), "*.docx").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder(), name));

    private static string Folder()
    {
        // From where the tests run, not from where they were compiled: a build for release hides the paths of its sources.
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ReservedProcurement.sln")))
            {
                return Path.Combine(folder.FullName, "templates");
            }
        }

        throw new InvalidOperationException($"{AppContext.BaseDirectory} does not lie in the product's folder.");
    }
}
