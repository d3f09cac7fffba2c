using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Documents.Templates;

/// <summary>A template of an authority with all its versions.</summary>
public sealed record TemplateDetails
{
    /// <summary>The record that the history belongs to; null before the authority has done anything with the template.</summary>
    public Guid? Id { get; init; }

    public required Guid AuthorityId { get; init; }

    public required string AuthorityName { get; init; }

    public required string Key { get; init; }

    public required string Title { get; init; }

    public required DocumentGroup Group { get; init; }

    public required int ActiveNumber { get; init; }

    public DateTimeOffset? ActiveSince { get; init; }

    public string? ActiveByName { get; init; }

    /// <summary>The authority's own, newest first, and last the one that is shipped.</summary>
    public required IReadOnlyList<TemplateVersion> Versions { get; init; }

    /// <summary>Counts every change; 0 before the first.</summary>
    public required int Version { get; init; }

    /// <summary>Whether this actor may send in versions and choose which one to use.</summary>
    public required bool MayChange { get; init; }

    public TemplateVersion Active => Find(ActiveNumber)!;

    public TemplateVersion Shipped => Versions[^1];

    public TemplateVersion? Find(int number) => Versions.FirstOrDefault(version => version.Number == number);

    /// <summary>The shipped template has changed since this version was made.</summary>
    public bool IsBehind(TemplateVersion version) => version.ShippedVersion != Shipped.ShippedVersion;
}

public sealed class GetTemplateHandler(Database database)
{
    internal const string AuthoritySql = "select count(*) from Authorities where Id = @AuthorityId";

    internal const string StateSql = "select Id, ActiveNumber, ActiveSince, ActiveByName, LastNumber, Version from AuthorityTemplates where AuthorityId = @AuthorityId and TemplateKey = @Key";

    internal const string VersionsSql = """
        select t.TemplateKey, v.Id, v.Number, v.BasedOn as ShippedVersion, v.FileName, v.Note, v.Size, v.Sha256, v.CreatedAt, v.CreatedByName
        from AuthorityTemplates t
        join TemplateVersions v on v.AuthorityTemplateId = t.Id
        where t.AuthorityId = @AuthorityId and t.TemplateKey = @Key
        order by v.Number desc
        """;

    private const string NameSql = "select Name from Authorities where Id = @AuthorityId";

    public async Task<Result<TemplateDetails>> HandleAsync(Actor actor, Guid authorityId, string key, CancellationToken cancellationToken)
    {
        if (!actor.May(Permission.Read, authorityId) || ShippedTemplates.Find(key) is not { } shipped)
        {
            return CommonProblems.NoSuchRecord;
        }

        return await database.ReadAsync<Result<TemplateDetails>>(
            async session =>
            {
                if (await session.SingleOrDefaultAsync<string>(NameSql, new { AuthorityId = authorityId }) is not { } authority)
                {
                    return CommonProblems.NoSuchRecord;
                }

                var state = await session.SingleOrDefaultAsync<TemplateStateRow>(StateSql, new { AuthorityId = authorityId, Key = key });
                var own = await session.QueryAsync<OwnVersionRow>(VersionsSql, new { AuthorityId = authorityId, Key = key });
                return new TemplateDetails
                {
                    Id = state?.Id,
                    AuthorityId = authorityId,
                    AuthorityName = authority,
                    Key = shipped.Key,
                    Title = shipped.Title,
                    Group = shipped.Group,
                    ActiveNumber = state?.ActiveNumber ?? 0,
                    ActiveSince = state?.ActiveSince,
                    ActiveByName = state?.ActiveByName,
                    Versions = [.. own.Select(row => row.ToVersion()), shipped.AsVersion()],
                    Version = state?.Version ?? 0,
                    MayChange = actor.May(Permission.Administer, authorityId),
                };
            },
            cancellationToken);
    }
}

internal sealed record TemplateStateRow
{
    public required Guid Id { get; init; }
    public required int ActiveNumber { get; init; }
    public DateTimeOffset? ActiveSince { get; init; }
    public string? ActiveByName { get; init; }
    public required int LastNumber { get; init; }
    public required int Version { get; init; }
}
