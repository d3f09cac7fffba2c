using System.Security.Cryptography;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Documents.Templates;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.PlainLanguage;

/// <summary>A template with its card; the fields stand for a word each.</summary>
/// <param name="Key">Which template.</param>
/// <param name="Title">Its name for those who use it.</param>
/// <param name="Version">Which version of it, in words.</param>
/// <param name="Card">What was measured.</param>
public sealed record TemplateLanguage(string Key, string Title, string Version, PlainLanguageCard Card);

/// <summary>Measures templates: those that come with the product, which whoever may read anything may read, and an authority's own.</summary>
public sealed class MeasureTemplateHandler(Database database, MeasuredDocuments measured)
{
    public Result<TemplateLanguage> Handle(Actor actor, string key) =>
        !actor.MayAnywhere(Permission.Read) ? CommonProblems.NotAllowed
        : ShippedTemplates.Find(key) is { } template ? Measure(template, template.Version, template.Sha256, template.File)
        : CommonProblems.NoSuchRecord;

    /// <summary>A version that an authority has kept, or the shipped one (0).</summary>
    public async Task<Result<TemplateLanguage>> OfVersionAsync(Actor actor, Guid authorityId, string key, int number, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Read, authorityId) || ShippedTemplates.Find(key) is not { } shipped)
        {
            return CommonProblems.NoSuchRecord;
        }

        if (number == 0)
        {
            return Handle(actor, key);
        }

        var file = await database.ReadAsync(session => DocumentTemplates.FileAsync(session, authorityId, shipped, number), cancellationToken);
        return file is null ? CommonProblems.NoSuchRecord : Measure(shipped, TemplateVersionNames.Own(number), Convert.ToHexStringLower(SHA256.HashData(file)), file);
    }

    private Result<TemplateLanguage> Measure(ShippedTemplate template, string version, string sha256, byte[] file) =>
        (measured.Find(sha256) ?? measured.Measure(sha256, file)).Map(card => new TemplateLanguage(template.Key, template.Title, version, card));
}
