using System.IO.Compression;
using System.Text;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Documents.Templates;

namespace ReservedProcurement.TestKit;

/// <summary>An authority's own versions of templates, made from the shipped ones by small changes.</summary>
public static class OwnTemplates
{
    private const string Main = "word/document.xml";

    /// <summary>The sentence that <see cref="WithSentence"/> changes; it stands once in the template that tests use.</summary>
    public const string Sentence = "Här står reglerna för hur du lämnar anbud.";

    public static ShippedTemplate Template => ShippedTemplates.Rules;

    /// <summary>The rules with another first sentence.</summary>
    public static byte[] WithSentence(string sentence) => Changed(Template, (Sentence, sentence));

    /// <summary>A shipped template with parts of its main text replaced. Each must be there.</summary>
    public static byte[] Changed(ShippedTemplate template, params (string From, string To)[] changes) => ChangedPart(template, Main, changes);

    public static byte[] ChangedPart(ShippedTemplate template, string part, params (string From, string To)[] changes)
    {
        using var file = new MemoryStream();
        file.Write(template.File);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(part)!;
            string text;
            using (var reader = new StreamReader(entry.Open(), Encoding.UTF8))
            {
                text = reader.ReadToEnd();
            }

            foreach (var (from, to) in changes)
            {
                Assert.That(text, Does.Contain(from), part);
                text = text.Replace(from, to, StringComparison.Ordinal);
            }

            entry.Delete();
            var changed = zip.CreateEntry(part);

            // The same change gives the same file, whenever it is made.
            changed.LastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var writer = new StreamWriter(changed.Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            writer.Write(text);
        }

        return file.ToArray();
    }

    public static UploadTemplate Upload(TestAuthority authority, byte[]? file = null) => new()
    {
        AuthorityId = authority.Id,
        Key = Template.Key,
        File = file ?? WithSentence("Här står våra regler."),
        FileName = "våra regler.docx",
        Note = "Vi säger våra regler.",
    };

    public static async Task<UploadedTemplate> UploadTemplateAsync(this TestInstallation installation, TestAuthority authority, Func<UploadTemplate, UploadTemplate>? change = null) =>
        (await installation.Get<UploadTemplateHandler>().HandleAsync(authority.Administrator, (change ?? (same => same))(Upload(authority)), CancellationToken.None)).Must();

    public static async Task<TemplateDetails> TemplateAsync(this TestInstallation installation, Actor actor, TestAuthority authority, ShippedTemplate? template = null) =>
        (await installation.Get<GetTemplateHandler>().HandleAsync(actor, authority.Id, (template ?? Template).Key, CancellationToken.None)).Must();

    /// <summary>Takes a version into use, whatever has happened before.</summary>
    public static async Task ActivateTemplateAsync(this TestInstallation installation, TestAuthority authority, int number, ShippedTemplate? template = null)
    {
        var details = await installation.TemplateAsync(authority.Administrator, authority, template);
        (await installation.Get<ActivateTemplateHandler>().HandleAsync(authority.Administrator, new ActivateTemplate(authority.Id, details.Key, number, details.Version), CancellationToken.None)).Must();
    }
}
