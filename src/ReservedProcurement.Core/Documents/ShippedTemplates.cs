using System.Reflection;
using System.Security.Cryptography;
using ReservedProcurement.Core.Documents.Templates;

namespace ReservedProcurement.Core.Documents;

/// <summary>A template that comes with the product.</summary>
/// <param name="Key">The file's name under <c>templates/</c>, without its ending.</param>
/// <param name="Title">What the document is called.</param>
/// <param name="Group">When in a procurement it is used.</param>
/// <param name="Version">Counted up whenever the file changes; <c>templates/versions.txt</c> holds version and checksum together, and a test compares.</param>
public sealed record ShippedTemplate(string Key, string Title, DocumentGroup Group, string Version = "1")
{
    private readonly Lazy<(byte[] File, string Sha256)> _loaded = new(() => Load(Key));

    /// <summary>The file itself; never to be written to.</summary>
    public byte[] File => _loaded.Value.File;

    public string Sha256 => _loaded.Value.Sha256;

    public TemplateVersion AsVersion() => new() { Number = 0, ShippedVersion = Version, Size = File.Length, Sha256 = Sha256 };

    private static (byte[], string) Load(string key)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"templates/{key}.docx")!;
        using var file = new MemoryStream();
        stream.CopyTo(file);
        var content = file.ToArray();
        return (content, Convert.ToHexStringLower(SHA256.HashData(content)));
    }
}

/// <summary>When a document is used, in the order of a procurement.</summary>
public enum DocumentGroup
{
    Notice,
    Tendering,
    Contract,
    AfterTenders,
    Meetings,
}

/// <summary>The templates of the simplified pack.</summary>
public static class ShippedTemplates
{
    public static readonly ShippedTemplate Notice = new("annonstext", "Annonstext", DocumentGroup.Notice, "3");

    public static readonly ShippedTemplate Summary = new("det-har-koper-vi", "Det här köper vi", DocumentGroup.Tendering, "3");

    public static readonly ShippedTemplate Rules = new("upphandlingsforeskrifter", "Upphandlingsföreskrifter", DocumentGroup.Tendering, "3");

    public static readonly ShippedTemplate Specification = new("kravspecifikation", "Kravspecifikation", DocumentGroup.Tendering, "3");

    public static readonly ShippedTemplate TenderForm = new("anbudsformular", "Anbudsformulär", DocumentGroup.Tendering, "3");

    public static readonly ShippedTemplate ReservationDeclaration = new("forsakran-reservationsvillkor", "Försäkran om villkoren för reserverad upphandling", DocumentGroup.Tendering, "4");

    /// <summary>Rules, requirements and form in one document, for those who want a single file.</summary>
    public static readonly ShippedTemplate ProcurementDocument = new("upphandlingsdokument-forenklat", "Upphandlingsdokument, förenklat", DocumentGroup.Tendering, "5");

    public static readonly ShippedTemplate Contract = new("avtalsutkast", "Avtalsutkast", DocumentGroup.Contract, "3");

    public static readonly ShippedTemplate Opening = new("oppningsprotokoll", "Öppningsprotokoll", DocumentGroup.AfterTenders, "3");

    public static readonly ShippedTemplate Award = new("tilldelningsbeslut", "Tilldelningsbeslut och underrättelse", DocumentGroup.AfterTenders, "3");

    public static readonly ShippedTemplate Report = new("dokumentation", "Dokumentation av upphandlingen", DocumentGroup.AfterTenders, "3");

    public static readonly ShippedTemplate Invitation = new("inbjudan", "Inbjudan till dialogmöte eller anbudsskola", DocumentGroup.Meetings, "3");

    public static readonly ShippedTemplate MeetingNotes = new("minnesanteckningar", "Minnesanteckningar", DocumentGroup.Meetings, "3");

    /// <summary>What was said, shown and answered before the procurement, so that all who tender know the same (4 kap. 8 § LOU).</summary>
    public static readonly ShippedTemplate DialogueAnnex = new("bilaga-dialog", "Bilaga: information som lämnats vid dialog", DocumentGroup.Meetings);

    /// <summary>In the order that a pack lists them.</summary>
    public static IReadOnlyList<ShippedTemplate> All { get; } =
    [
        Notice, Summary, Rules, Specification, TenderForm, ReservationDeclaration, ProcurementDocument,
        Contract, Opening, Award, Report, Invitation, MeetingNotes, DialogueAnnex,
    ];

    public static ShippedTemplate? Find(string key) => All.FirstOrDefault(template => template.Key == key);
}
