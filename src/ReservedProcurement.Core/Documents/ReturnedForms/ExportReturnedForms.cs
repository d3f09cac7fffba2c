using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements.Law;
using ReservedProcurement.Core.Spreadsheets;

namespace ReservedProcurement.Core.Documents.ReturnedForms;

/// <summary>
/// What returned forms say as an Excel file, read anew each time since nothing is kept. One sheet of tenders, with a row per lot and one per
/// requirement, one of declarations, and one of what to look at. Prices stand on the rows of lots alone, so that they can be added up.
/// </summary>
public sealed class ExportReturnedFormsHandler(ReadReturnedFormsHandler read)
{
    private const decimal OrePerKrona = 100;

    private static readonly ExcelColumn<TenderRow>[] TenderColumns =
    [
        new("Fil", 30, row => row.Form.FileName),
        new("Formulär", 24, row => row.Form.MadeFrom!.Title),
        .. OfSupplier<TenderRow>(row => row.Form.Supplier!),
        new("Delkontrakt", 12, row => (long)row.Lot.Number),
        new("Delkontraktets titel", 30, row => row.Lot.Title ?? "finns inte i upphandlingen"),
        new("Lämnar anbud", 14, row => YesNo(row.Lot.IsTendered)),
        new("Pris i kronor, exkl. moms", 20, row => row.Requirement is null ? Kronor(row.Lot.Price?.Ore) : null),
        new("Priset som det är skrivet", 24, row => row.Requirement is null ? row.Lot.Price?.Text : null),
        new("Priset gäller", 18, row => row.Requirement is null ? row.Lot.Unit : null),
        new("Kommentar till priset", 40, row => row.Requirement is null ? row.Lot.Comment : null),
        new("Krav", 8, row => (long?)row.Requirement?.Number),
        new("Kravtyp", 10, row => row.Requirement?.RequirementKind is { } kind ? Texts.Name(kind) : null),
        new("Kravet", 50, row => row.Requirement is { } requirement ? requirement.Wording ?? "finns inte i upphandlingen" : null),
        new("Uppfylls", 10, row => row.Requirement is { } requirement ? YesNo(requirement.IsMet) : null),
        new("Svar på kravet", 50, row => row.Requirement?.Answer),
        new("Hittat efter plats", 16, row => (row.Requirement?.IsFoundByPlace ?? row.Lot.IsFoundByPlace) ? "ja, kontrollera" : null),
        new("Alla ska-krav uppfylls", 18, row => row.Requirement is null && row.Tender.MeetsAllMustRequirements is { } all ? YesNo(all) : null),
        new("Villkor enligt 19 kap. LOU", 40, row => row.Requirement is null ? Lines(row.Tender.Conditions.Select(condition => $"{condition.Ground}: {YesNo(condition.IsMet)} {condition.Evidence}".TrimEnd())) : null),
        new("Lämnas tillsammans med", 30, row => row.Requirement is null ? row.Tender.JointWith : null),
        new("Det som jämförs", 40, row => row.Requirement is null ? row.Tender.Evaluation : null),
        new("Hjälp från andra företag", 30, row => row.Requirement is null ? row.Tender.OthersCapacity : null),
        new("Underleverantörer", 30, row => row.Requirement is null ? row.Tender.Subcontractors : null),
        new("Hemliga uppgifter", 30, row => row.Requirement is null ? row.Tender.Confidential : null),
    ];

    private static readonly ExcelColumn<ReturnedForm>[] DeclarationColumns =
    [
        new("Fil", 30, form => form.FileName),
        .. OfSupplier<ReturnedForm>(form => form.Supplier!),
        new("Delkontrakt", 14, form => string.Join(", ", form.Declaration!.Lots)),
        new("Främsta syftet är integration", 18, form => YesNo(form.Declaration!.IsForIntegration)),
        new("Skyddad verkstad", 14, form => YesNo(form.Declaration!.IsShelteredWorkshop)),
        new("Program för skyddad anställning", 18, form => YesNo(form.Declaration!.IsWithinProgramme)),
        new("Dokument som visar syftet", 30, form => string.Join(", ", new[] { form.Declaration!.PurposeDocument, form.Declaration.PurposeParagraph, Day(form.Declaration.PurposeDocumentDate) }.Where(part => part is not null))),
        new("Så beskrivs syftet", 50, form => form.Declaration!.PurposeText),
        new("Mätdag", 12, form => Day(form.Declaration!.Share.MeasuredOn)),
        new("Sysselsätts", 14, form => form.Declaration!.Share.Occupied),
        new("Målgruppen", 14, form => form.Declaration!.Share.TargetGroup),
        new("Andel i procent, räknad", 18, form => form.Declaration!.Share.Computed),
        new("Andel i procent, i formuläret", 18, form => form.Declaration!.Share.Stated),
        new("Kravet i procent", 12, form => (long?)form.Declaration!.Share.Required),
        new("Når kravet", 12, form => form.Declaration!.Share.IsReached is { } reached ? YesNo(reached) : null),
        new("Räknat i", 16, form => form.Declaration!.Share.CountedIn),
        new("Så har de räknat", 40, form => form.Declaration!.Share.Method),
        new("Intygat av", 24, form => form.Declaration!.CertifiedBy),
        new("Löften som saknas", 40, form => Lines(form.Declaration!.Promises.Where(promise => !promise.IsGiven).Select(promise => promise.Text))),
    ];

    private static readonly ExcelColumn<(ReturnedForm Form, FormRemark? Remark)>[] RemarkColumns =
    [
        new("Fil", 30, row => row.Form.FileName),
        new("Formulär", 30, row => row.Form.MadeFrom?.Title),
        new("Företag", 30, row => row.Form.Supplier?.Name),
        new("Slag", 14, row => row.Remark is null ? "inte läst" : row.Remark.Level == WarningLevel.Warning ? "kontrollera" : "att veta"),
        new("Anmärkning", 90, row => row.Remark?.Sentence ?? row.Form.NotRead),
    ];

    public async Task<Result<ExportedFile>> HandleAsync(Actor actor, ReadReturnedForms request, CancellationToken cancellationToken) =>
        (await read.HandleAsync(actor, request, cancellationToken)).Map(forms => new ExportedFile(
            DocumentPacks.FileName(forms.CaseNumber, "ifyllda formulär", ".xlsx"),
            ExcelFile.ContentType,
            ExcelFile.Write([.. Sheets(forms.Forms)])));

    /// <summary>Only the sheets that have something; the last is always there.</summary>
    private static IEnumerable<ExcelSheet> Sheets(IReadOnlyList<ReturnedForm> forms)
    {
        if (forms.Any(form => form.Tender is not null))
        {
            yield return ExcelSheet.Of("Anbud", TenderColumns, forms.Where(form => form.Tender is not null).SelectMany(Rows));
        }

        if (forms.Any(form => form.Declaration is not null))
        {
            yield return ExcelSheet.Of("Försäkringar", DeclarationColumns, forms.Where(form => form.Declaration is not null));
        }

        yield return ExcelSheet.Of("Att kontrollera", RemarkColumns, forms.SelectMany(form => form.NotRead is null ? form.Remarks.Select(remark => (form, (FormRemark?)remark)) : [(form, null)]));
    }

    private static IEnumerable<TenderRow> Rows(ReturnedForm form) =>
        form.Tender!.Lots.SelectMany(lot => lot.Requirements.Select(requirement => new TenderRow(form, lot, requirement)).Prepend(new TenderRow(form, lot, null)));

    private static IEnumerable<ExcelColumn<T>> OfSupplier<T>(Func<T, ReturnedSupplier> supplier) =>
    [
        new("Företag", 30, row => supplier(row).Name),
        new("Organisationsnummer", 20, row => supplier(row).OrganisationNumber ?? (supplier(row).NumberIsHidden ? "visas inte" : supplier(row).OrganisationNumberText)),
        new("I registret", 24, row => supplier(row).Registered?.Name),
        new("Kontakt", 30, row => Lines(new[] { supplier(row).ContactName, supplier(row).Email, supplier(row).Phone, supplier(row).ContactDetails }.OfType<string>())),
    ];

    private static string YesNo(bool yes) => yes ? "ja" : "nej";

    private static decimal? Kronor(long? ore) => ore / OrePerKrona;

    private static string? Day(DateOnly? day) => day is { } known ? SwedishTime.Day(known) : null;

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private sealed record TenderRow(ReturnedForm Form, ReturnedLot Lot, ReturnedRequirement? Requirement)
    {
        public ReturnedTender Tender => Form.Tender!;
    }
}
