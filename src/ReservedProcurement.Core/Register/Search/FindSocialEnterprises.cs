using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Register.Search;

/// <summary>The enterprises that meet every condition given. Without conditions, all.</summary>
public sealed record FindSocialEnterprises
{
    public const int MaxPageSize = 200;

    /// <summary>Every word must stand somewhere in name, number, municipality, description, own words of an area, or code or name of its CPV codes.</summary>
    public string? Text { get; init; }

    public string? MunicipalityCode { get; init; }

    /// <summary>This code or any code below it.</summary>
    public string? CpvCode { get; init; }

    /// <summary>Has an area of this kind; together with a code, an area of this kind with that code.</summary>
    public ServiceAreaKind? Kind { get; init; }

    /// <summary>Has a contact that mail does not arrive at.</summary>
    public bool Bounces { get; init; }

    public SocialEnterpriseSort Sort { get; init; }

    /// <summary>From 1. A page after the last gives the last.</summary>
    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = 50;
}

public enum SocialEnterpriseSort
{
    Name,
    NameDescending,

    /// <summary>Those without a municipality last.</summary>
    Municipality,
    MunicipalityDescending,

    /// <summary>Longest since first.</summary>
    Updated,
    UpdatedDescending,
}

public sealed record SocialEnterprisePage(IReadOnlyList<SocialEnterprise> Items, int Total, int Page, int PageSize)
{
    public int PageCount => Math.Max(1, (Total + PageSize - 1) / PageSize);
}

public sealed class FindSocialEnterprisesHandler(Database database, SocialEnterpriseFilterValidator validator)
{
    private const string CountSql = "select count(*) from SocialEnterprises e " + SocialEnterpriseFilter.Where;

    private const string PageSql = "select Id from (" + SocialEnterpriseFilter.Numbered + ") numbered where RowNumber between @First and @Last order by RowNumber";

    public async Task<Result<SocialEnterprisePage>> HandleAsync(Actor actor, FindSocialEnterprises request, CancellationToken cancellationToken)
    {
        if (!actor.MayAnywhere(Permission.Read))
        {
            return CommonProblems.NotAllowed;
        }

        if (validator.Problem(request) is { } problem)
        {
            return problem;
        }

        var filter = SocialEnterpriseFilter.Of(request, actor);
        return await database.ReadAsync(
            async session =>
            {
                var total = await session.SingleAsync<int>(CountSql, filter);
                var page = Math.Clamp(request.Page, 1, Math.Max(1, (total + request.PageSize - 1) / request.PageSize));
                var ids = await session.QueryAsync<Guid>(PageSql, filter with { First = ((page - 1) * request.PageSize) + 1, Last = page * request.PageSize });
                var items = await SocialEnterpriseRows.LoadAsync(session, ids);
                return new SocialEnterprisePage([.. items.Select(filter.ForReader)], total, page, request.PageSize);
            },
            cancellationToken);
    }
}
