using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Reference;

namespace ReservedProcurement.Core.Procurements.Lots;

/// <summary>Writes a lot with its codes and requirements, and tells the audit trail what it held.</summary>
internal static class WriteLot
{
    private const string InsertSql = """
        insert into Lots (Id, ProcurementId, Number, Title, Description, NutsCode, MunicipalityCode, EstimatedValueOre, Volume, ContractStart, ContractEnd, Options, ReservationBasis, Justification)
        values (@Id, @ProcurementId, @Number, @Title, @Description, @NutsCode, @MunicipalityCode, @EstimatedValueOre, @Volume, @ContractStart, @ContractEnd, @Options, @ReservationBasis, @Justification)
        """;

    private const string UpdateSql = """
        update Lots
        set Title = @Title, Description = @Description, NutsCode = @NutsCode, MunicipalityCode = @MunicipalityCode, EstimatedValueOre = @EstimatedValueOre,
            Volume = @Volume, ContractStart = @ContractStart, ContractEnd = @ContractEnd, Options = @Options
        where Id = @Id
        """;

    private const string UpdateReservationSql = "update Lots set ReservationBasis = @ReservationBasis, Justification = @Justification where Id = @Id";

    private const string UpdateNumberSql = "update Lots set Number = @Number where Id = @Id";

    private const string DeleteSql = "delete from Lots where Id = @Id";

    private const string DeleteCpvSql = "delete from LotCpvCodes where LotId = @Id";

    private const string DeleteRequirementsSql = "delete from LotRequirements where LotId = @Id";

    private const string InsertCpvSql = "insert into LotCpvCodes (LotId, Position, Code, CheckDigit) values (@LotId, @Position, @Code, @CheckDigit)";

    private const string InsertRequirementSql = """
        insert into LotRequirements (LotId, Number, RequirementKind, Wording, Purpose, Proof)
        values (@LotId, @Number, @RequirementKind, @Wording, @Purpose, @Proof)
        """;

    public static async Task InsertAsync(WriteTransaction write, Guid procurementId, Lot lot)
    {
        await write.ExecuteAsync(InsertSql, new
        {
            lot.Id,
            ProcurementId = procurementId,
            lot.Number,
            lot.Title,
            lot.Description,
            lot.NutsCode,
            lot.MunicipalityCode,
            lot.EstimatedValueOre,
            lot.Volume,
            lot.ContractStart,
            lot.ContractEnd,
            lot.Options,
            ReservationBasis = lot.ReservationBasis.ToString(),
            lot.Justification,
        });
        await InsertPartsAsync(write, lot);
    }

    public static async Task UpdateContentAsync(WriteTransaction write, Lot lot)
    {
        await write.ExecuteAsync(UpdateSql, new
        {
            lot.Id,
            lot.Title,
            lot.Description,
            lot.NutsCode,
            lot.MunicipalityCode,
            lot.EstimatedValueOre,
            lot.Volume,
            lot.ContractStart,
            lot.ContractEnd,
            lot.Options,
        });
        await DeletePartsAsync(write, lot.Id);
        await InsertPartsAsync(write, lot);
    }

    public static Task UpdateReservationAsync(WriteTransaction write, Lot lot) =>
        write.ExecuteAsync(UpdateReservationSql, new { lot.Id, ReservationBasis = lot.ReservationBasis.ToString(), lot.Justification });

    public static Task UpdateNumberAsync(WriteTransaction write, Guid id, int number) => write.ExecuteAsync(UpdateNumberSql, new { Id = id, Number = number });

    public static async Task DeleteAsync(WriteTransaction write, Guid id)
    {
        await DeletePartsAsync(write, id);
        await write.ExecuteAsync(DeleteSql, new { Id = id });
    }

    /// <summary>The fields of a lot under its own path, so that the history tells which lot was changed.</summary>
    public static IReadOnlyDictionary<string, object?> ForAudit(IEnumerable<Lot> lots) =>
        lots.SelectMany(lot => Fields(lot).Select(field => ($"Lots[{lot.Number - 1}].{field.Name}", field.Value))).ToDictionary(field => field.Item1, field => field.Value);

    private static IEnumerable<(string Name, object? Value)> Fields(Lot lot) =>
    [
        (nameof(lot.Title), lot.Title),
        (nameof(lot.Description), lot.Description),
        ("Cpv", string.Join(", ", lot.Cpv)),
        (nameof(lot.NutsCode), NutsRegions.Find(lot.NutsCode)?.ToString()),
        (nameof(lot.MunicipalityCode), Municipalities.Find(lot.MunicipalityCode)?.Name),
        (nameof(lot.EstimatedValueOre), lot.EstimatedValueOre),
        (nameof(lot.Volume), lot.Volume),
        (nameof(lot.ContractStart), lot.ContractStart),
        (nameof(lot.ContractEnd), lot.ContractEnd),
        (nameof(lot.Options), lot.Options),
        (nameof(lot.ReservationBasis), lot.IsReserved ? lot.ReservationBasis : null),
        (nameof(lot.Justification), lot.Justification),
        (nameof(lot.Requirements), string.Join('\n', lot.Requirements.Select(Line))),
    ];

    private static string Line(Requirement requirement)
    {
        var details = new[] { (Label: "syfte", Text: requirement.Purpose), (Label: "visas genom", Text: requirement.Proof) }
            .Where(detail => detail.Text is not null)
            .Select(detail => $"{detail.Label}: {detail.Text!.TrimEnd('.')}");
        var line = $"{requirement.Number}. {Texts.Name(requirement.RequirementKind)}: {requirement.Wording}";
        return string.Join("; ", details) is { Length: > 0 } known ? $"{line} ({known})" : line;
    }

    private static async Task InsertPartsAsync(WriteTransaction write, Lot lot)
    {
        foreach (var (position, cpv) in lot.Cpv.Index())
        {
            await write.ExecuteAsync(InsertCpvSql, new { LotId = lot.Id, Position = position, Code = cpv.Code.Digits, CheckDigit = cpv.CheckDigit?.ToString() });
        }

        foreach (var requirement in lot.Requirements)
        {
            await write.ExecuteAsync(InsertRequirementSql, new { LotId = lot.Id, requirement.Number, RequirementKind = requirement.RequirementKind.ToString(), requirement.Wording, requirement.Purpose, requirement.Proof });
        }
    }

    private static async Task DeletePartsAsync(WriteTransaction write, Guid id)
    {
        await write.ExecuteAsync(DeleteCpvSql, new { Id = id });
        await write.ExecuteAsync(DeleteRequirementsSql, new { Id = id });
    }
}
