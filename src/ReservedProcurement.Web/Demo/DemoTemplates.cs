using System.IO.Compression;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Documents.Templates;
using static ReservedProcurement.Web.Demo.DemoAccounts;

namespace ReservedProcurement.Web.Demo;

/// <summary>Exempelstad's own versions of templates: one in use and a draft, made from the shipped ones as somebody would in Word.</summary>
public sealed class DemoTemplates(UploadTemplateHandler upload, ActivateTemplateHandler activate)
{
    private const string Main = "word/document.xml";

    public async Task FillAsync(Actor administrator, Guid authorityId, CancellationToken cancellationToken)
    {
        var summary = await UploadAsync(
            administrator,
            authorityId,
            ShippedTemplates.Summary,
            ("Frågor? Kontakta ", "Undrar du något? Hör av dig till "),
            "Vi säger ”Undrar du något? Hör av dig” i stället för ”Frågor? Kontakta”.",
            cancellationToken);
        Expect(await activate.HandleAsync(administrator, new ActivateTemplate(authorityId, ShippedTemplates.Summary.Key, summary.Number, summary.Version), cancellationToken));
        await UploadAsync(
            administrator,
            authorityId,
            ShippedTemplates.Rules,
            ("Här står reglerna för hur du lämnar anbud.", "Här står hur du gör för att lämna anbud till oss."),
            "Enklare första mening.",
            cancellationToken);
    }

    private async Task<UploadedTemplate> UploadAsync(Actor administrator, Guid authorityId, ShippedTemplate template, (string From, string To) change, string note, CancellationToken cancellationToken) =>
        Expect(await upload.HandleAsync(
            administrator,
            new UploadTemplate { AuthorityId = authorityId, Key = template.Key, File = Changed(template, change), FileName = $"{template.Key} Exempelstad.docx", Note = note },
            cancellationToken));

    private static byte[] Changed(ShippedTemplate template, (string From, string To) change)
    {
        using var file = new MemoryStream();
        file.Write(template.File);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(Main)!;
            string text;
            using (var reader = new StreamReader(entry.Open()))
            {
                text = reader.ReadToEnd();
            }

            if (!text.Contains(change.From, StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"The template {template.Key} no longer says: {change.From}");
            }

            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(Main).Open());
            writer.Write(text.Replace(change.From, change.To, StringComparison.Ordinal));
        }

        return file.ToArray();
    }
}
