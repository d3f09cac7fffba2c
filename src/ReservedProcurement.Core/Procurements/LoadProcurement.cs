using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.Core.Reference;

namespace ReservedProcurement.Core.Procurements;

/// <summary>Reads a procurement whole, as this actor may see or change it.</summary>
internal static class LoadProcurement
{
    private const string ProcurementSql = """
        select p.Id, p.AuthorityId, a.Name as AuthorityName, p.UnitId, u.Name as UnitName, p.CaseNumber, p.Title, p.Description,
            p.Regime, p.RegimeReason, p.RegimeProposed, p.ContactName, p.ContactEmail, p.ContactPhone,
            p.PublishOn, p.QuestionsUntil, p.AnswersBy, p.TendersUntil, p.TendersUntilTime, p.TendersValidUntil, p.ContractStartsOn,
            p.HowToSubmit, p.Evaluation, p.CountingRule, p.UndividedReason, p.CreatedAt, p.Version
        from Procurements p
        join Authorities a on a.Id = p.AuthorityId
        left join Units u on u.Id = p.UnitId
        where p.Id = @Id
        """;

    private const string LotsSql = """
        select Id, Number, Title, Description, NutsCode, MunicipalityCode, EstimatedValueOre, Volume, ContractStart, ContractEnd, Options,
            ReservationBasis, Justification
        from Lots
        where ProcurementId = @Id
        order by Number
        """;

    private const string CpvSql = """
        select c.LotId, c.Code, c.CheckDigit
        from LotCpvCodes c
        join Lots l on l.Id = c.LotId
        where l.ProcurementId = @Id
        order by c.LotId, c.Position
        """;

    private const string RequirementsSql = """
        select r.LotId, r.Number, r.RequirementKind, r.Wording, r.Purpose, r.Proof
        from LotRequirements r
        join Lots l on l.Id = r.LotId
        where l.ProcurementId = @Id
        order by r.LotId, r.Number
        """;

    private const string OfLotSql = "select ProcurementId from Lots where Id = @LotId";

    private const string NextVersionSql = "update Procurements set Version = Version + 1 where Id = @Id and Version = @Version";

    /// <summary>The procurement if this actor may see it; otherwise it does not exist.</summary>
    public static async Task<Result<Procurement>> ToReadAsync(SqlSession session, Actor actor, Guid id)
    {
        var procurement = await session.SingleOrDefaultAsync<Procurement>(ProcurementSql, new { Id = id });
        if (procurement is null || !actor.May(Permission.Read, procurement.AuthorityId))
        {
            return CommonProblems.NoSuchRecord;
        }

        var cpv = (await session.QueryAsync<CpvRow>(CpvSql, new { Id = id })).ToLookup(row => row.LotId);
        var requirements = (await session.QueryAsync<RequirementRow>(RequirementsSql, new { Id = id })).ToLookup(row => row.LotId);
        var lots = await session.QueryAsync<Lot>(LotsSql, new { Id = id });
        return procurement with
        {
            Lots = [.. lots.Select(lot => lot with
            {
                Cpv = [.. cpv[lot.Id].Select(row => new CpvInput(CpvCode.Parse(row.Code), row.CheckDigit?[0]))],
                Requirements = [.. requirements[lot.Id].Select(row => new Requirement { Number = row.Number, RequirementKind = row.RequirementKind, Wording = row.Wording, Purpose = row.Purpose, Proof = row.Proof })],
            })],
        };
    }

    public static async Task<Result<Procurement>> ToEditAsync(SqlSession session, Actor actor, Guid id)
    {
        var procurement = await ToReadAsync(session, actor, id);
        return procurement.Succeeded && !actor.May(Permission.EditProcurements, procurement.Value.AuthorityId) ? CommonProblems.NotAllowed : procurement;
    }

    public static async Task<Result<Procurement>> OfLotToReadAsync(SqlSession session, Actor actor, Guid lotId) =>
        await session.SingleOrDefaultAsync<Guid?>(OfLotSql, new { LotId = lotId }) is { } id
            ? await ToReadAsync(session, actor, id)
            : CommonProblems.NoSuchRecord;

    public static async Task<Result<Procurement>> OfLotToEditAsync(SqlSession session, Actor actor, Guid lotId) =>
        await session.SingleOrDefaultAsync<Guid?>(OfLotSql, new { LotId = lotId }) is { } id
            ? await ToEditAsync(session, actor, id)
            : CommonProblems.NoSuchRecord;

    /// <summary>
    /// Takes the next version before anything of the procurement is written: null when <paramref name="version"/> was the latest, otherwise who came between.
    /// </summary>
    public static async Task<Problem?> TakeNextVersionAsync(WriteTransaction write, Guid id, int version) =>
        await write.ExecuteAsync(NextVersionSql, new { Id = id, Version = version }) == 1
            ? null
            : await write.StaleAsync(AuditSubject.Procurement, id, version);

    private sealed record CpvRow
    {
        public required Guid LotId { get; init; }
        public required string Code { get; init; }
        public string? CheckDigit { get; init; }
    }

    private sealed record RequirementRow
    {
        public required Guid LotId { get; init; }
        public required int Number { get; init; }
        public required RequirementKind RequirementKind { get; init; }
        public required string Wording { get; init; }
        public string? Purpose { get; init; }
        public string? Proof { get; init; }
    }
}
