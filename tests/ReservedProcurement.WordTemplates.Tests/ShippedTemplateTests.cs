using ReservedProcurement.WordTemplates.Tests.Building;

namespace ReservedProcurement.WordTemplates.Tests;

public sealed class ShippedTemplateTests
{
    public static IEnumerable<string> Files() => PackTemplates.Names();

    [TestCaseSource(nameof(Files))]
    public void Template_OfThePack_Compiles(string name)
    {
        var template = WordTemplate.TryCompile(PackTemplates.Read(name), out var faults);
        Assert.That(faults.Select(fault => fault.Message), Is.Empty);
        Assert.That(template!.Fields, Is.Not.Empty);
    }
}
