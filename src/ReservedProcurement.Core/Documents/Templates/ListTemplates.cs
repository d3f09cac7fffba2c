using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Core.Documents.Templates;

/// <summary>One of the templates, and which version of it an authority uses.</summary>
public sealed record TemplateOverview
{
    public required string Key { get; init; }

    public required string Title { get; init; }

    public required DocumentGroup Group { get; init; }

    /// <summary>The version that the product ships today.</summary>
    public required string ShippedVersion { get; init; }

    public required TemplateVersion InUse { get; init; }

    /// <summary>When somebody last chose which version to use, and who; null before anybody has.</summary>
    public DateTimeOffset? ChosenAt { get; init; }

    public string? ChosenByName { get; init; }

    /// <summary>How many versions of its own the authority has.</summary>
    public required int OwnVersions { get; init; }

    /// <summary>The shipped template has changed since the own version in use was made.</summary>
    public required bool IsBehind { get; init; }

    /// <summary>Why the version in use no longer fits; empty when it does.</summary>
    public required IReadOnlyList<TemplateFault> Faults { get; init; }
}

/// <summary>The templates of an authority, in the order of a procurement.</summary>
public sealed class ListTemplatesHandler(Database database, DocumentTemplates templates)
{
    private const string ChosenSql = """
        select t.TemplateKey, t.ActiveSince, t.ActiveByName, (select count(*) from TemplateVersions v where v.AuthorityTemplateId = t.Id) as OwnVersions
        from AuthorityTemplates t
        where t.AuthorityId = @AuthorityId
        """;

    public async Task<Result<IReadOnlyList<TemplateOverview>>> HandleAsync(Actor actor, Guid authorityId, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Read, authorityId))
        {
            return CommonProblems.NoSuchRecord;
        }

        return await database.ReadAsync<Result<IReadOnlyList<TemplateOverview>>>(
            async session =>
            {
                if (await session.SingleAsync<int>(GetTemplateHandler.AuthoritySql, new { AuthorityId = authorityId }) == 0)
                {
                    return CommonProblems.NoSuchRecord;
                }

                var chosen = (await session.QueryAsync<ChosenRow>(ChosenSql, new { AuthorityId = authorityId })).ToDictionary(row => row.TemplateKey);
                var inUse = await templates.InUseAsync(session, authorityId, ShippedTemplates.All);
                return Result<IReadOnlyList<TemplateOverview>>.Of([.. inUse.Select(template => Overview(template, chosen.GetValueOrDefault(template.Key)))]);
            },
            cancellationToken);
    }

    private static TemplateOverview Overview(DocumentTemplate template, ChosenRow? chosen) => new()
    {
        Key = template.Key,
        Title = template.Title,
        Group = template.Shipped.Group,
        ShippedVersion = template.Shipped.Version,
        InUse = template.Version,
        ChosenAt = chosen?.ActiveSince,
        ChosenByName = chosen?.ActiveByName,
        OwnVersions = chosen?.OwnVersions ?? 0,
        IsBehind = template.Version.ShippedVersion != template.Shipped.Version,
        Faults = template.Checked.Faults,
    };

    private sealed record ChosenRow
    {
        public required string TemplateKey { get; init; }
        public DateTimeOffset? ActiveSince { get; init; }
        public string? ActiveByName { get; init; }
        public required int OwnVersions { get; init; }
    }
}
