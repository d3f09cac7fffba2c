using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Documents.Templates;
using ReservedProcurement.Core.Tests.Sql;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Core.Tests.Documents;

public sealed class ShippedTemplateTests
{
    private static IReadOnlyList<ShippedTemplate> Templates => ShippedTemplates.All;

    [TestCaseSource(nameof(Templates))]
    public void Template_Shipped_UsesOnlyFieldsThatTheModelHas(ShippedTemplate template) =>
        Assert.That(CheckedTemplate.Of(template.File).Faults.Select(fault => fault.Message), Is.Empty);

    [TestCaseSource(nameof(Templates))]
    public void Template_Shipped_IsAValidWordFile(ShippedTemplate template) =>
        Assert.That(WordFile.Faults(File.ReadAllBytes(Path.Combine(ProductSql.Root, "templates", $"{template.Key}.docx"))), Is.Empty);

    [Test]
    public void Template_Changed_HasANewVersion()
    {
        var known = File.ReadAllLines(Path.Combine(ProductSql.Root, "templates", "versions.txt"));

        Assert.That(
            Templates.Select(template => $"{template.Key} {template.Version} {template.Sha256}"),
            Is.EquivalentTo(known),
            "A template that changes gets a new version in ShippedTemplates and a new line in templates/versions.txt.");
    }
}
