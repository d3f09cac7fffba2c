namespace ReservedProcurement.WordTemplates.Tests;

public sealed class ShippedTemplateTests
{
    public static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Folder(), "*.docx").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Files))]
    public void Template_OfThePack_Compiles(string name)
    {
        var file = File.ReadAllBytes(Path.Combine(Folder(), name));
        var template = WordTemplate.TryCompile(file, out var faults);
        Assert.That(faults.Select(fault => fault.Message), Is.Empty);
        Assert.That(template!.Fields, Is.Not.Empty);
    }

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
