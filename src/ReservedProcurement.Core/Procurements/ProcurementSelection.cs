using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;

namespace ReservedProcurement.Core.Procurements;

/// <summary>The conditions of a search as parameters, and the part of the statements that the list and the export share.</summary>
internal sealed record ProcurementSelection
{
    internal const string Matching = """
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

    internal const string Numbered = """
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
        """ + Matching + """
        ) m
        """;

    public required bool SeesAll { get; init; }

    public required Guid[] AuthorityIds { get; init; }

    public required Guid? AuthorityId { get; init; }

    public required Guid? UnitId { get; init; }

    public required string? Regime { get; init; }

    public required int? Year { get; init; }

    public required string? Reserved { get; init; }

    public required string? Pattern { get; init; }

    public required string Sort { get; init; }

    public required bool Descending { get; init; }

    public int First { get; init; } = 1;

    public int Last { get; init; } = int.MaxValue;

    public static ProcurementSelection Of(FindProcurements request, Actor actor) => new()
    {
        SeesAll = actor.IsInstallationAdministrator,
        AuthorityIds = [.. actor.Memberships.Select(membership => membership.AuthorityId)],
        AuthorityId = request.AuthorityId,
        UnitId = request.UnitId,
        Regime = request.Regime?.ToString(),
        Year = request.Year,
        Reserved = request.Reserved?.ToString(),
        Pattern = string.IsNullOrWhiteSpace(request.Text) ? null : SwedishText.ContainsPattern(request.Text),
        Sort = request.Sort.ToString(),
        Descending = request.Descending,
    };
}
