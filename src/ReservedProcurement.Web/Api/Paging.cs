using System.ComponentModel;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Web.Api;

/// <summary>Which part of a list: <c>[AsParameters] PageQuery paging</c>.</summary>
public sealed record PageQuery
{
    [Description("Sidans nummer, från 1.")]
    public int? Page { get; init; }

    [Description("Antal per sida, 1–200. Utan värde 50.")]
    public int? PageSize { get; init; }

    public const int DefaultSize = 50;
    public const int MaximumSize = 200;

    public int Number => Page ?? 1;

    public int Size => PageSize ?? DefaultSize;

    /// <summary>Why the numbers cannot be used, or null.</summary>
    public Problem? Problem() => this switch
    {
        { Number: < 1 } => Core.Problems.Problem.OnField("Page", "field.at-least", 1),
        { Size: < 1 or > MaximumSize } => Core.Problems.Problem.OnField("PageSize", "field.between", 1, MaximumSize),
        _ => null,
    };
}

/// <summary>One page of a list.</summary>
public sealed record PagedResponse<T>(IReadOnlyList<T> Items, int Page, int PageSize, int Total);

public static class Paging
{
    /// <summary>A page of a list that is short enough to be read whole.</summary>
    public static PagedResponse<T> Take<T>(this PageQuery query, IReadOnlyList<T> all) =>
        query.Answer(IsPastTheEnd(query, all.Count) ? [] : all.Skip((query.Number - 1) * query.Size).Take(query.Size), all.Count);

    /// <summary>The page that was asked for. Past the end it is empty, also where a list on a page would show its last part: a program reads on until there is no more.</summary>
    public static PagedResponse<T> Answer<T>(this PageQuery query, IEnumerable<T> items, int total) =>
        new(IsPastTheEnd(query, total) ? [] : [.. items], query.Number, query.Size, total);

    private static bool IsPastTheEnd(PageQuery query, int total) => (query.Number - 1L) * query.Size >= total;
}
