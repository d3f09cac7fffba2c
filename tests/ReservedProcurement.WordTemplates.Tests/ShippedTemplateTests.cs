using System.Runtime.CompilerServices;

namespace ReservedProcurement.WordTemplates.Tests;

public sealed class ShippedTemplateTests
{
    public static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Path.Combine(Folder(), "..", "..", "templates"), "*.docx").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Files))]
    public void Template_OfThePack_Compiles(string name)
    {
        var file = File.ReadAllBytes(Path.Combine(Folder(), "..", "..", "templates", name));
        var template = WordTemplate.TryCompile(file, out var faults);
        Assert.That(faults.Select(fault => fault.Message), Is.Empty);
        Assert.That(template!.Fields, Is.Not.Empty);
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
