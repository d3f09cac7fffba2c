using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Reference;

namespace ReservedProcurement.Core.Meetings.Subjects;

/// <summary>What a meeting could be about, for a form to choose among: what is chosen already, and what a search finds.</summary>
/// <param name="Text">Words of a title, a case number, a service or a CPV code. Nothing finds nothing.</param>
/// <param name="AuthorityId">Whose procurements; null for all that the actor may plan meetings for.</param>
public sealed record FindSubjects(string? Text, Guid? AuthorityId)
{
    public IReadOnlyList<Guid> ProcurementIds { get; init; } = [];
    public IReadOnlyList<Guid> LotIds { get; init; } = [];
    public IReadOnlyList<string> CpvCodes { get; init; } = [];
}

/// <summary>The choices, those already chosen first.</summary>
public sealed record SubjectChoices(IReadOnlyList<SubjectProcurement> Procurements, IReadOnlyList<SubjectLot> Lots, IReadOnlyList<CpvEntry> CpvCodes);

public sealed class FindSubjectsHandler(Database database)
{
    private const int MostOfEach = 12;
    private const int LongestText = 200;

    private const string ProcurementsSql = """
        select p.Id, p.CaseNumber, p.Title, p.AuthorityId
        from Procurements p
        where (@AuthorityId is null or p.AuthorityId = @AuthorityId)
            and (p.Id in @ProcurementIds or p.TitleKey like @Pattern escape '!' or p.CaseNumberKey like @Pattern escape '!')
        order by case when p.Id in @ProcurementIds then 0 else 1 end, p.StartYear desc, p.TitleKey, p.Id
        """;

    private const string LotsSql = """
        select l.Id, l.ProcurementId, p.Title as ProcurementTitle, l.Number, l.Title, p.AuthorityId
        from Lots l
        join Procurements p on p.Id = l.ProcurementId
        where (@AuthorityId is null or p.AuthorityId = @AuthorityId)
            and (l.Id in @LotIds or p.Id in @ProcurementIds or p.TitleKey like @Pattern escape '!' or p.CaseNumberKey like @Pattern escape '!')
        order by case when l.Id in @LotIds then 0 else 1 end, p.StartYear desc, p.TitleKey, p.Id, l.Number
        """;

    public async Task<Result<SubjectChoices>> HandleAsync(Actor actor, FindSubjects request, CancellationToken cancellationToken)
    {
        if (!actor.MayAnywhere(Permission.EditProcurements))
        {
            return CommonProblems.NotAllowed;
        }

        var text = request.Text is { Length: > LongestText } long_ ? long_[..LongestText] : request.Text;
        var parameters = new
        {
            request.AuthorityId,
            ProcurementIds = request.ProcurementIds.DefaultIfEmpty(Guid.Empty).ToArray(),
            LotIds = request.LotIds.DefaultIfEmpty(Guid.Empty).ToArray(),
            Pattern = string.IsNullOrWhiteSpace(text) ? null : SwedishText.ContainsPattern(text.Trim()),
        };
        var chosen = request.CpvCodes.Select(code => CpvCode.TryParse(code, out var parsed) ? CpvCatalogue.Swedish.Find(parsed) : null).OfType<CpvEntry>().ToList();
        var codes = chosen.Concat(CpvCatalogue.Swedish.Search(text, MostOfEach)).DistinctBy(entry => entry.Code);
        return await database.ReadAsync<Result<SubjectChoices>>(
            async session =>
            {
                var procurements = await session.QueryAsync<ProcurementRow>(ProcurementsSql, parameters);
                var lots = await session.QueryAsync<LotRow>(LotsSql, parameters);
                return new SubjectChoices(
                    [.. procurements.Where(row => actor.May(Permission.EditProcurements, row.AuthorityId)).Take(request.ProcurementIds.Count + MostOfEach)
                        .Select(row => new SubjectProcurement { Id = row.Id, CaseNumber = row.CaseNumber, Title = row.Title })],
                    [.. lots.Where(row => actor.May(Permission.EditProcurements, row.AuthorityId)).Take(request.LotIds.Count + (2 * MostOfEach))
                        .Select(row => new SubjectLot { Id = row.Id, ProcurementId = row.ProcurementId, ProcurementTitle = row.ProcurementTitle, Number = row.Number, Title = row.Title })],
                    [.. codes]);
            },
            cancellationToken);
    }

    private sealed record ProcurementRow
    {
        public required Guid Id { get; init; }
        public required string CaseNumber { get; init; }
        public required string Title { get; init; }
        public required Guid AuthorityId { get; init; }
    }

    private sealed record LotRow
    {
        public required Guid Id { get; init; }
        public required Guid ProcurementId { get; init; }
        public required string ProcurementTitle { get; init; }
        public required int Number { get; init; }
        public required string Title { get; init; }
        public required Guid AuthorityId { get; init; }
    }
}
