using ReservedProcurement.Core.Authorities.Appearance;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Core.Documents.Templates;

/// <summary>A template as it is used for an authority's documents.</summary>
/// <param name="Shipped">Which template it is.</param>
/// <param name="Version">Which version of it.</param>
/// <param name="Checked">What was compiled from the file.</param>
public sealed record DocumentTemplate(ShippedTemplate Shipped, TemplateVersion Version, CheckedTemplate Checked)
{
    public string Key => Shipped.Key;

    public string Title => Shipped.Title;

    /// <summary>What a written document keeps: "3" for a shipped version and "egen 3" for an own one.</summary>
    public string RecordedVersion => Version.Recorded;

    public string Sha256 => Version.Sha256;

    public WordTemplate? Compiled => Checked.Compiled;
}

/// <summary>The one way from an authority and a template's key to something that can be filled: file, then compiling in the authority's colours, kept for the next time.</summary>
public sealed class DocumentTemplates(CompiledTemplates compiled)
{
    private const string InUseSql = """
        select t.TemplateKey, v.Id, v.Number, v.BasedOn as ShippedVersion, v.FileName, v.Note, v.Size, v.Sha256, v.CreatedAt, v.CreatedByName
        from AuthorityTemplates t
        join TemplateVersions v on v.AuthorityTemplateId = t.Id and v.Number = t.ActiveNumber
        where t.AuthorityId = @AuthorityId
        """;

    private const string VersionSql = """
        select t.TemplateKey, v.Id, v.Number, v.BasedOn as ShippedVersion, v.FileName, v.Note, v.Size, v.Sha256, v.CreatedAt, v.CreatedByName
        from AuthorityTemplates t
        join TemplateVersions v on v.AuthorityTemplateId = t.Id
        where t.AuthorityId = @AuthorityId and t.TemplateKey = @Key and v.Number = @Number
        """;

    private const string ContentSql = "select Content from TemplateVersions where Id = @Id";

    /// <summary>The versions that the authority uses of these templates, in the same order.</summary>
    public async Task<IReadOnlyList<DocumentTemplate>> InUseAsync(SqlSession session, Guid authorityId, IEnumerable<ShippedTemplate> templates)
    {
        var own = (await session.QueryAsync<OwnVersionRow>(InUseSql, new { AuthorityId = authorityId })).ToDictionary(row => row.TemplateKey);
        var colour = await ColourAsync(session, authorityId);
        List<DocumentTemplate> inUse = [];
        foreach (var template in templates)
        {
            inUse.Add(own.TryGetValue(template.Key, out var row) ? await OwnAsync(session, template, row, colour) : await ShippedAsync(template, colour));
        }

        return inUse;
    }

    /// <summary>One version, used or not; null when there is none with this number.</summary>
    public async Task<DocumentTemplate?> FindAsync(SqlSession session, Guid authorityId, ShippedTemplate template, int number)
    {
        if (number == 0)
        {
            return await ShippedAsync(template, await ColourAsync(session, authorityId));
        }

        var row = await session.SingleOrDefaultAsync<OwnVersionRow>(VersionSql, new { AuthorityId = authorityId, template.Key, Number = number });
        return row is null ? null : await OwnAsync(session, template, row, await ColourAsync(session, authorityId));
    }

    /// <summary>The file of a version, as it was shipped or sent in.</summary>
    public static async Task<byte[]?> FileAsync(SqlSession session, Guid authorityId, ShippedTemplate template, int number)
    {
        if (number == 0)
        {
            return template.File;
        }

        var row = await session.SingleOrDefaultAsync<OwnVersionRow>(VersionSql, new { AuthorityId = authorityId, template.Key, Number = number });
        return row is null ? null : await session.SingleAsync<byte[]>(ContentSql, new { row.Id });
    }

    /// <summary>Checks a file as a version of this template. It is not kept, so that files which nobody uses take no room.</summary>
    internal TemplateCheck Check(byte[] file, ShippedTemplate template) =>
        TemplateRules.Check(file, CheckedTemplate.Of(file), template, compiled.GetOrAdd($"{template.Sha256} ", template.File));

    private static async Task<string?> ColourAsync(SqlSession session, Guid authorityId) => (await GetAppearanceHandler.LoadAsync(session, authorityId))?.Colour;

    private async Task<DocumentTemplate> ShippedAsync(ShippedTemplate template, string? colour) =>
        new(template, template.AsVersion(), await CompileAsync(template.Sha256, colour, () => Task.FromResult(template.File)));

    private async Task<DocumentTemplate> OwnAsync(SqlSession session, ShippedTemplate template, OwnVersionRow row, string? colour) =>
        new(template, row.ToVersion(), await CompileAsync(row.Sha256, colour, () => session.SingleAsync<byte[]>(ContentSql, new { row.Id })));

    /// <summary>Every template that is filled is compiled here, and its file read only when it has not been compiled lately in this colour.</summary>
    private async Task<CheckedTemplate> CompileAsync(string sha256, string? colour, Func<Task<byte[]>> file)
    {
        var key = $"{sha256} {colour}";
        return compiled.Find(key) ?? compiled.GetOrAdd(key, await file(), HouseStyle.Of(colour));
    }
}

internal sealed record OwnVersionRow
{
    public required string TemplateKey { get; init; }
    public required Guid Id { get; init; }
    public required int Number { get; init; }
    public required string ShippedVersion { get; init; }
    public required string FileName { get; init; }
    public string? Note { get; init; }
    public required int Size { get; init; }
    public required string Sha256 { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required string CreatedByName { get; init; }

    public TemplateVersion ToVersion() => new()
    {
        Number = Number,
        ShippedVersion = ShippedVersion,
        FileName = FileName,
        Note = Note,
        Size = Size,
        Sha256 = Sha256,
        CreatedAt = CreatedAt,
        CreatedByName = CreatedByName,
    };
}
