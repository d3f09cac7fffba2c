using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.Core.Reference;
using ReservedProcurement.Core.Spreadsheets;

namespace ReservedProcurement.Core.Procurements;

/// <summary>What the list shows, all pages of it in its order, as an Excel file.</summary>
public sealed record ExportProcurements(FindProcurements Filter);

/// <summary>
/// One row per lot, with the procurement's own facts on each; a procurement without lots has one row.
/// A requirement stands on a line of its own as <c>number. kind: wording | purpose | proof</c>.
/// </summary>
public sealed class ExportProcurementsHandler(Database database, FindProcurementsHandler.Validator validator)
{
    private const string ProcurementsSql = LoadProcurement.Procurements + "join (" + ProcurementSelection.Numbered + ") n on n.Id = p.Id order by n.RowNumber";

    private const string OwnersSql = "select l.Id, l.ProcurementId from Lots l " + OfMatching + " order by l.Number";

    private const string LotsSql = LoadProcurement.Lots + OfMatching;

    private const string CpvSql = LoadProcurement.Cpv + OfMatching + " order by c.LotId, c.Position";

    private const string RequirementsSql = LoadProcurement.Requirements + OfMatching + " order by r.LotId, r.Number";

    private const string OfMatching = "where l.ProcurementId in (select m.Id from (" + ProcurementSelection.Matching + ") m)";

    private const string SheetName = "Upphandlingar";

    private static readonly ExcelColumn<(Procurement Procurement, Lot? Lot)>[] Columns =
    [
        .. OfProcurement(
            ("CaseNumber", 18, procurement => procurement.CaseNumber),
            ("Title", 34, procurement => procurement.Title),
            ("AuthorityId", 28, procurement => procurement.AuthorityName),
            ("UnitId", 28, procurement => procurement.UnitName),
            ("Regime", 34, procurement => procurement.Regime is { } regime ? Texts.Name(regime) : null),
            ("RegimeReason", 40, procurement => procurement.RegimeReason),
            ("PublishOn", 22, procurement => Day(procurement.PublishOn)),
            ("QuestionsUntil", 22, procurement => Day(procurement.QuestionsUntil)),
            ("AnswersBy", 26, procurement => Day(procurement.AnswersBy)),
            ("TendersUntil", 18, procurement => Day(procurement.TendersUntil)),
            ("TendersUntilTime", 28, procurement => procurement.TendersUntilTime),
            ("TendersValidUntil", 20, procurement => Day(procurement.TendersValidUntil)),
            ("ContractStartsOn", 24, procurement => Day(procurement.ContractStartsOn)),
            ("Description", 50, procurement => procurement.Description),
            ("ContactName", 24, procurement => procurement.ContactName),
            ("ContactEmail", 32, procurement => procurement.ContactEmail),
            ("ContactPhone", 24, procurement => procurement.ContactPhone),
            ("HowToSubmit", 40, procurement => procurement.HowToSubmit),
            ("Evaluation", 40, procurement => procurement.Evaluation),
            ("CountingRule", 40, procurement => procurement.CountingRule),
            ("UndividedReason", 40, procurement => procurement.UndividedReason)),
        new("Delkontrakt", 14, row => row.Lot is { } lot ? (long)lot.Number : null),
        .. OfLot(
            ("Title", 34, lot => lot.Title),
            ("Description", 50, lot => lot.Description),
            ("MainCpv", 24, lot => lot.MainCpv?.ToString()),
            ("ExtraCpv", 28, lot => string.Join(", ", lot.ExtraCpv)),
            ("NutsCode", 20, lot => NutsRegions.Find(lot.NutsCode)?.Name),
            ("MunicipalityCode", 20, lot => Municipalities.Find(lot.MunicipalityCode)?.Name)),
        new("Delkontrakt: Uppskattat värde i kronor", 28, row => row.Lot?.EstimatedValueOre / LotContent.OrePerKrona),
        .. OfLot(
            ("Volume", 34, lot => lot.Volume),
            ("ContractStart", 24, lot => Day(lot.ContractStart)),
            ("ContractEnd", 24, lot => Day(lot.ContractEnd)),
            ("Options", 34, lot => lot.Options),
            ("ReservationBasis", 40, lot => Texts.Name(lot.ReservationBasis)),
            ("Justification", 40, lot => lot.Justification),
            ("Requirements", 60, lot => string.Join('\n', lot.Requirements.Select(Line)))),
        new("Upphandlingens id", 40, row => row.Procurement.Id),
        new("Delkontraktets id", 40, row => row.Lot?.Id),
    ];

    public async Task<Result<ExportedFile>> HandleAsync(Actor actor, ExportProcurements request, CancellationToken cancellationToken)
    {
        if (!actor.MayAnywhere(Permission.Read))
        {
            return CommonProblems.NotAllowed;
        }

        if (validator.Problem(request.Filter) is { } problem)
        {
            return problem;
        }

        var selection = ProcurementSelection.Of(request.Filter, actor);
        var procurements = await database.ReadAsync(session => LoadAsync(session, selection), cancellationToken);
        var rows = procurements.SelectMany(procurement => procurement.Lots.Count == 0 ? [(procurement, null)] : procurement.Lots.Select(lot => (procurement, (Lot?)lot)));
        return new ExportedFile($"upphandlingar-{SwedishTime.Day(SwedishTime.Today(database.Clock))}.xlsx", ExcelFile.ContentType, ExcelFile.Write(SheetName, Columns, rows));
    }

    private static async Task<IReadOnlyList<Procurement>> LoadAsync(SqlSession session, ProcurementSelection selection)
    {
        var procurements = await session.QueryAsync<Procurement>(ProcurementsSql, selection);
        var owners = await session.QueryAsync<OwnerRow>(OwnersSql, selection);
        var cpv = await session.QueryAsync<LotCpvRow>(CpvSql, selection);
        var requirements = await session.QueryAsync<LotRequirementRow>(RequirementsSql, selection);
        var lots = LoadProcurement.Whole(await session.QueryAsync<Lot>(LotsSql, selection), cpv, requirements).ToDictionary(lot => lot.Id);
        var lotsByProcurement = owners.ToLookup(owner => owner.ProcurementId, owner => lots[owner.Id]);
        return [.. procurements.Select(procurement => procurement with { Lots = [.. lotsByProcurement[procurement.Id]] })];
    }

    private static IEnumerable<ExcelColumn<(Procurement Procurement, Lot? Lot)>> OfProcurement(params (string Field, double Width, Func<Procurement, object?> Value)[] columns) =>
        columns.Select(column => new ExcelColumn<(Procurement Procurement, Lot? Lot)>(Texts.Field(column.Field), column.Width, row => column.Value(row.Procurement)));

    private static IEnumerable<ExcelColumn<(Procurement Procurement, Lot? Lot)>> OfLot(params (string Field, double Width, Func<Lot, object?> Value)[] columns) =>
        columns.Select(column => new ExcelColumn<(Procurement Procurement, Lot? Lot)>($"Delkontrakt: {Texts.Field(column.Field)}", column.Width, row => row.Lot is { } lot ? column.Value(lot) : null));

    private static string? Day(DateOnly? day) => day is { } known ? SwedishTime.Day(known) : null;

    private static string Line(Requirement requirement) =>
        string.Join(" | ", new[] { $"{requirement.Number}. {Texts.Name(requirement.RequirementKind)}: {requirement.Wording}", requirement.Purpose, requirement.Proof }.Select(part => part?.ReplaceLineEndings(" ").Replace('|', '/'))).TrimEnd(' ', '|');

    private sealed record OwnerRow
    {
        public required Guid Id { get; init; }
        public required Guid ProcurementId { get; init; }
    }
}
