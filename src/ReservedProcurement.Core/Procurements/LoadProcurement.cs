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
    /// <summary>The columns of <see cref="Procurement"/>; a statement goes on with its condition. So with those of its parts.</summary>
    internal const string Procurements = """
        select p.Id, p.AuthorityId, a.Name as AuthorityName, p.UnitId, u.Name as UnitName, p.CaseNumber, p.Title, p.Description,
            p.Regime, p.RegimeReason, p.RegimeProposed, p.ContactName, p.ContactEmail, p.ContactPhone,
            p.PublishOn, p.QuestionsUntil, p.AnswersBy, p.TendersUntil, p.TendersUntilTime, p.TendersValidUntil, p.ContractStartsOn,
            p.HowToSubmit, p.Evaluation, p.CountingRule, p.UndividedReason, p.CreatedAt, p.Version
        from Procurements p
        join Authorities a on a.Id = p.AuthorityId
        left join Units u on u.Id = p.UnitId

        """;

    internal const string Lots = """
        select l.Id, l.Number, l.Title, l.Description, l.NutsCode, l.MunicipalityCode, l.EstimatedValueOre, l.Volume, l.ContractStart, l.ContractEnd, l.Options,
            l.ReservationBasis, l.Justification
        from Lots l

        """;

    internal const string Cpv = """
        select c.LotId, c.Code, c.CheckDigit
        from LotCpvCodes c
        join Lots l on l.Id = c.LotId

        """;

    internal const string Requirements = """
        select r.LotId, r.Number, r.RequirementKind, r.Wording, r.Purpose, r.Proof
        from LotRequirements r
        join Lots l on l.Id = r.LotId

        """;

    private const string ProcurementSql = Procurements + "where p.Id = @Id";

    private const string LotsSql = Lots + "where l.ProcurementId = @Id order by l.Number";

    private const string CpvSql = Cpv + "where l.ProcurementId = @Id order by c.LotId, c.Position";

    private const string RequirementsSql = Requirements + "where l.ProcurementId = @Id order by r.LotId, r.Number";

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

        var cpv = await session.QueryAsync<LotCpvRow>(CpvSql, new { Id = id });
        var requirements = await session.QueryAsync<LotRequirementRow>(RequirementsSql, new { Id = id });
        return procurement with { Lots = Whole(await session.QueryAsync<Lot>(LotsSql, new { Id = id }), cpv, requirements) };
    }

    /// <summary>The lots with their codes and requirements.</summary>
    public static IReadOnlyList<Lot> Whole(IEnumerable<Lot> lots, IEnumerable<LotCpvRow> cpv, IEnumerable<LotRequirementRow> requirements)
    {
        var cpvByLot = cpv.ToLookup(row => row.LotId, row => new CpvInput(CpvCode.Parse(row.Code), row.CheckDigit?[0]));
        var requirementsByLot = requirements.ToLookup(row => row.LotId, row => row.ToRequirement());
        return [.. lots.Select(lot => lot with { Cpv = [.. cpvByLot[lot.Id]], Requirements = [.. requirementsByLot[lot.Id]] })];
    }

    public static async Task<Result<Procurement>> OfLotToReadAsync(SqlSession session, Actor actor, Guid lotId) =>
        await session.SingleOrDefaultAsync<Guid?>(OfLotSql, new { LotId = lotId }) is { } id
            ? await ToReadAsync(session, actor, id)
            : CommonProblems.NoSuchRecord;

    public static async Task<Result<Procurement>> ToEditAsync(SqlSession session, Actor actor, Guid id)
    {
        var procurement = await ToReadAsync(session, actor, id);
        return procurement.Succeeded && !actor.May(Permission.EditProcurements, procurement.Value.AuthorityId) ? CommonProblems.NotAllowed : procurement;
    }

    /// <summary>
    /// The procurement as it is before a change that this actor may make, already under the version that the change gives it.
    /// Refuses when <paramref name="version"/>, which the change is based on, is no longer the latest, and tells who came between.
    /// </summary>
    public static async Task<Result<Procurement>> ToChangeAsync(WriteTransaction write, Guid id, int version)
    {
        var procurement = await ToEditAsync(write, write.Actor, id);
        if (!procurement.Succeeded)
        {
            return procurement;
        }

        return await write.ExecuteAsync(NextVersionSql, new { Id = id, Version = version }) == 1
            ? procurement.Value with { Version = version + 1 }
            : await write.StaleAsync(AuditSubject.Procurement, id, version);
    }

    public static async Task<Result<Procurement>> OfLotToChangeAsync(WriteTransaction write, Guid lotId, int version) =>
        await write.SingleOrDefaultAsync<Guid?>(OfLotSql, new { LotId = lotId }) is { } id
            ? await ToChangeAsync(write, id, version)
            : CommonProblems.NoSuchRecord;
}

internal sealed record LotCpvRow
{
    public required Guid LotId { get; init; }
    public required string Code { get; init; }
    public string? CheckDigit { get; init; }
}

internal sealed record LotRequirementRow
{
    public required Guid LotId { get; init; }
    public required int Number { get; init; }
    public required RequirementKind RequirementKind { get; init; }
    public required string Wording { get; init; }
    public string? Purpose { get; init; }
    public string? Proof { get; init; }

    public Requirement ToRequirement() => new() { Number = Number, RequirementKind = RequirementKind, Wording = Wording, Purpose = Purpose, Proof = Proof };
}
