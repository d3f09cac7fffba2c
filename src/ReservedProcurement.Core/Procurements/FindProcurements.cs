using FluentValidation;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
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
    private const string MatchingSql = """
        select s.Id, s.CaseNumber, s.CaseNumberKey, s.Title, s.TitleKey, s.AuthorityName, s.UnitName, s.Regime, s.PublishOn, s.TendersUntil, s.StartYear,
            s.LotCount, s.ReservedLotCount, s.EstimatedValueOre, s.CreatedAt, s.Version
        from (
            select p.Id, p.CaseNumber, p.CaseNumberKey, p.Title, p.TitleKey, a.Name as AuthorityName, u.Name as UnitName, p.Regime, p.PublishOn, p.TendersUntil, p.StartYear,
                (select count(*) from Lots l where l.ProcurementId = p.Id) as LotCount,
                (select count(*) from Lots l where l.ProcurementId = p.Id and l.ReservationBasis <> 'None') as ReservedLotCount,
                (select sum(l.EstimatedValueOre) from Lots l where l.ProcurementId = p.Id) as EstimatedValueOre,
                p.CreatedAt, p.Version
            from Procurements p
            join Authorities a on a.Id = p.AuthorityId
            left join Units u on u.Id = p.UnitId
            where (@SeesAll = 1 or p.AuthorityId in @AuthorityIds)
                and (@AuthorityId is null or p.AuthorityId = @AuthorityId)
                and (@UnitId is null or p.UnitId = @UnitId)
                and (@Regime is null or p.Regime = @Regime)
                and (@Year is null or p.StartYear = @Year)
                and (@Pattern is null or p.TitleKey like @Pattern escape '!' or p.CaseNumberKey like @Pattern escape '!')
        ) s
        where @Reserved is null
            or (@Reserved = 'None' and s.ReservedLotCount = 0)
            or (@Reserved = 'Some' and s.ReservedLotCount > 0 and s.ReservedLotCount < s.LotCount)
            or (@Reserved = 'All' and s.ReservedLotCount > 0 and s.ReservedLotCount = s.LotCount)
        """;

    private const string CountSql = "select count(*) from (" + MatchingSql + ") m";

    private const string PageSql = """
        select r.Id, r.CaseNumber, r.Title, r.AuthorityName, r.UnitName, r.Regime, r.PublishOn, r.TendersUntil, r.StartYear,
            r.LotCount, r.ReservedLotCount, r.EstimatedValueOre, r.Version
        from (
            select m.*, row_number() over (order by
                case when @Sort = 'Newest' and @Descending = 1 then m.CreatedAt end,
                case when @Sort = 'Newest' and @Descending = 0 then m.CreatedAt end desc,
                case when @Sort = 'CaseNumber' and @Descending = 0 then m.CaseNumberKey end,
                case when @Sort = 'CaseNumber' and @Descending = 1 then m.CaseNumberKey end desc,
                case when @Sort = 'Title' and @Descending = 0 then m.TitleKey end,
                case when @Sort = 'Title' and @Descending = 1 then m.TitleKey end desc,
                case when @Sort = 'TendersUntil' and m.TendersUntil is null then 1 else 0 end,
                case when @Sort = 'TendersUntil' and @Descending = 0 then m.TendersUntil end,
                case when @Sort = 'TendersUntil' and @Descending = 1 then m.TendersUntil end desc,
                case when @Sort = 'EstimatedValue' and m.EstimatedValueOre is null then 1 else 0 end,
                case when @Sort = 'EstimatedValue' and @Descending = 0 then m.EstimatedValueOre end,
                case when @Sort = 'EstimatedValue' and @Descending = 1 then m.EstimatedValueOre end desc,
                m.CaseNumberKey, m.Id) as RowNumber
            from (
        """ + MatchingSql + """
            ) m
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
        var parameters = new
        {
            SeesAll = actor.IsInstallationAdministrator,
            AuthorityIds = actor.Memberships.Select(membership => membership.AuthorityId).ToArray(),
            request.AuthorityId,
            request.UnitId,
            Regime = request.Regime?.ToString(),
            request.Year,
            Reserved = request.Reserved?.ToString(),
            Pattern = string.IsNullOrWhiteSpace(request.Text) ? null : SwedishText.ContainsPattern(request.Text),
            Sort = request.Sort.ToString(),
            request.Descending,
            First = first,
            Last = first + request.PageSize - 1,
        };
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
