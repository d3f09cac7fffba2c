using FluentValidation;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Procurements;

/// <summary>How much of a procurement is reserved.</summary>
public enum ReservedPart
{
    None,
    Some,
    All,
}

public enum ProcurementSort
{
    Newest,
    CaseNumber,
    Title,
    TendersUntil,
    EstimatedValue,
}

/// <summary>Which procurements to list. What is null filters nothing.</summary>
public sealed record FindProcurements
{
    public const int LargestPage = 200;

    /// <summary>Anywhere in the title or the case number.</summary>
    public string? Text { get; init; }
    public Guid? AuthorityId { get; init; }
    public Guid? UnitId { get; init; }
    public Regime? Regime { get; init; }
    public ReservedPart? Reserved { get; init; }
    public int? Year { get; init; }
    public ProcurementSort Sort { get; init; }
    public bool Descending { get; init; }
    public int Page { get; init; } = 1;
    public int PageSize { get; init; } = 50;
}

public sealed record ProcurementPage(IReadOnlyList<ProcurementSummary> Items, int Total, int Page, int PageSize);

/// <summary>One row of the list.</summary>
public sealed record ProcurementSummary
{
    public required Guid Id { get; init; }
    public required string CaseNumber { get; init; }
    public required string Title { get; init; }
    public required string AuthorityName { get; init; }
    public string? UnitName { get; init; }
    public Regime? Regime { get; init; }
    public DateOnly? PublishOn { get; init; }
    public DateOnly? TendersUntil { get; init; }
    public required int StartYear { get; init; }
    public required int LotCount { get; init; }
    public required int ReservedLotCount { get; init; }
    public long? EstimatedValueOre { get; init; }
    public required int Version { get; init; }

    public ReservedPart Reserved => ReservedLotCount == 0 ? ReservedPart.None : ReservedLotCount < LotCount ? ReservedPart.Some : ReservedPart.All;
}

/// <summary>Lists the procurements of the authorities that the actor may read.</summary>
public sealed class FindProcurementsHandler(Database database, FindProcurementsHandler.Validator validator)
{
    private const string CountSql = "select count(*) from (" + ProcurementSelection.Matching + ") m";

    private const string PageSql = """
        select r.Id, r.CaseNumber, r.Title, r.AuthorityName, r.UnitName, r.Regime, r.PublishOn, r.TendersUntil, r.StartYear,
            r.LotCount, r.ReservedLotCount, r.EstimatedValueOre, r.Version
        from (
        """ + ProcurementSelection.Numbered + """
        ) r
        where r.RowNumber between @First and @Last
        order by r.RowNumber
        """;

    public async Task<Result<ProcurementPage>> HandleAsync(Actor actor, FindProcurements request, CancellationToken cancellationToken)
    {
        if (!actor.MayAnywhere(Permission.Read))
        {
            return CommonProblems.NotAllowed;
        }

        if (validator.Problem(request) is { } problem)
        {
            return problem;
        }

        var first = ((request.Page - 1) * request.PageSize) + 1;
        var parameters = ProcurementSelection.Of(request, actor) with { First = first, Last = first + request.PageSize - 1 };
        return await database.ReadAsync<Result<ProcurementPage>>(
            async session => new ProcurementPage(
                await session.QueryAsync<ProcurementSummary>(PageSql, parameters),
                await session.SingleAsync<int>(CountSql, parameters),
                request.Page,
                request.PageSize),
            cancellationToken);
    }

    public sealed class Validator : AbstractValidator<FindProcurements>
    {
        public Validator()
        {
            RuleFor(request => request.Text).MaximumLength(200);
            RuleFor(request => request.Regime).IsInEnum();
            RuleFor(request => request.Reserved).IsInEnum();
            RuleFor(request => request.Sort).IsInEnum();
            RuleFor(request => request.Page).InclusiveBetween(1, 1_000_000);
            RuleFor(request => request.PageSize).InclusiveBetween(1, FindProcurements.LargestPage);
        }
    }
}
