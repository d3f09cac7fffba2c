using System.Reflection;
using System.Security.Cryptography;
using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Core.Documents;

/// <summary>A template that comes with the product.</summary>
/// <param name="Key">The file's name under <c>templates/</c>, without its ending.</param>
/// <param name="Title">What the document is called.</param>
/// <param name="Version">Counted up whenever the file changes; <c>templates/versions.txt</c> holds version and checksum together, and a test compares.</param>
public sealed record ShippedTemplate(string Key, string Title, string Version)
{
    private readonly Lazy<(WordTemplate Compiled, string Sha256)> _loaded = new(() => Load(Key));

    public WordTemplate Compiled => _loaded.Value.Compiled;

    public string Sha256 => _loaded.Value.Sha256;

    private static (WordTemplate, string) Load(string key)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"templates/{key}.docx")!;
        using var file = new MemoryStream();
        stream.CopyTo(file);
        return (WordTemplate.Compile(file.ToArray()), Convert.ToHexStringLower(SHA256.HashData(file.ToArray())));
    }
}

/// <summary>The templates of the simplified pack. Each is compiled when it is first used and then kept.</summary>
public static class ShippedTemplates
{
    public static readonly ShippedTemplate ProcurementDocument = new("upphandlingsdokument-forenklat", "Upphandlingsdokument, förenklat", "1");

    public static readonly ShippedTemplate ReservationDeclaration = new("forsakran-reservationsvillkor", "Försäkran om villkoren för reserverad upphandling", "1");

    public static IReadOnlyList<ShippedTemplate> All { get; } = [ProcurementDocument, ReservationDeclaration];

    public static ShippedTemplate? Find(string key) => All.FirstOrDefault(template => template.Key == key);
}
